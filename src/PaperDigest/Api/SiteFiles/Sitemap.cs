using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>
/// All papers' addresses for crawlers (sitemaps.org): an index of months, each with its days and the papers first listed in it. A
/// month of all of arXiv has half of what one sitemap may hold.
/// </summary>
internal sealed class Sitemap(NpgsqlDataSource database, IOptions<SiteOptions> site)
{
    public const string ContentType = "application/xml; charset=utf-8";

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The protocol's limit is 50,000 addresses; a month has at most 31 days beside its papers.</summary>
    private const int MostPapers = 49_900;

    public async Task<byte[]> IndexAsync(CancellationToken cancel)
    {
        // The ends of ix_papers_first_listed_arxiv_id, and one look into it for each month between: some four hundred for all of arXiv.
        var months = await ReadAsync(
            """
            SELECT month::date FROM generate_series(
                date_trunc('month', (SELECT min(first_listed) FROM papers)::timestamp), (SELECT max(first_listed) FROM papers)::timestamp, interval '1 month') month
            WHERE EXISTS (SELECT 1 FROM papers WHERE first_listed >= month::date AND first_listed < (month + interval '1 month')::date)
            ORDER BY month DESC
            """, month: null, row => row.GetFieldValue<DateOnly>(0), cancel);
        return XmlDocumentBytes.Of(xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var month in months)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, site.Value.Link(string.Create(CultureInfo.InvariantCulture, $"/sitemap/{month:yyyy-MM}.xml")));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }

    /// <summary>The sitemap of a month such as 2026-05, also of one without papers; null when it is no month.</summary>
    public async Task<byte[]?> MonthAsync(string month, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year is < 1991 or > 2200) return null;
        var days = await ReadAsync(
            "SELECT date, changed_at FROM listing_days WHERE date >= @from AND date < @until AND ranked_at IS NOT NULL ORDER BY date DESC",
            first, row => (DayWords.Path(row.GetFieldValue<DateOnly>(0)), row.GetFieldValue<DateTimeOffset>(1)), cancel);
        // A range of ix_papers_first_listed_arxiv_id.
        var papers = await ReadAsync(
            $"""
            SELECT arxiv_id, changed_at FROM papers WHERE first_listed >= @from AND first_listed < @until
            ORDER BY first_listed DESC, arxiv_id DESC LIMIT {MostPapers}
            """, first, row => (PaperLinks.Paper(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1)), cancel);
        return XmlDocumentBytes.Of(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var (path, changed) in days.Concat(papers))
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, site.Value.Link(path));
                xml.WriteElementString("lastmod", Namespace, FeedText.Instant(changed));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }

    private async Task<List<T>> ReadAsync<T>(string sql, DateOnly? month, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        if (month is { } from)
        {
            command.Parameters.AddWithValue("from", from);
            command.Parameters.AddWithValue("until", from.AddMonths(1));
        }
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }
}
