using System.Globalization;
using System.Text;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>Papers as a table (RFC 4180). What a spreadsheet would take for a formula begins with a quotation mark.</summary>
internal static class Csv
{
    private const string Header = "arxiv_id,title,authors,categories,first_listed,version,votes,comments,doi,journal_ref,code,url,abstract";

    public static byte[] Write(IEnumerable<PaperFacts> papers)
    {
        var list = papers.ToList();
        // Columns for what a reader noted stand only in the reader's own file.
        var isKept = list.Exists(p => p.Kept is not null);
        var table = new StringBuilder(Header).Append(isKept ? ",saved,tags,note" : "").Append("\r\n");
        foreach (var facts in list)
        {
            var paper = facts.Paper;
            string?[] row =
            [
                paper.ArxivId, paper.Title, string.Join("; ", paper.Authors), string.Join(' ', paper.Categories), DayWords.Iso(paper.FirstListed),
                Number(paper.Version), Number(facts.Votes), paper.Comments, paper.Doi, paper.JournalRef, facts.Outside?.CodeUrl,
                PaperLinks.Abstract(paper.ArxivId), paper.Abstract,
            ];
            table.AppendJoin(',', (isKept ? [.. row, .. Kept(facts)] : row).Select(Field)).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static string?[] Kept(PaperFacts facts) =>
        [facts.Kept is { } kept ? FeedText.Instant(kept.SavedAt) : null, string.Join("; ", facts.Kept?.Tags ?? []), facts.Kept?.Note];

    public static string Field(string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
