using System.Globalization;
using System.Text;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>Papers as RIS records, which every reference manager reads: unpublished works (UNPB) of arXiv.</summary>
internal static class Ris
{
    public static byte[] Write(IEnumerable<PaperFacts> papers) => Encoding.UTF8.GetBytes(string.Concat(papers.Select(Record)));

    public static string Record(PaperFacts facts)
    {
        var paper = facts.Paper;
        var published = paper.SubmittedAt is { } submitted ? DateOnly.FromDateTime(submitted.UtcDateTime) : paper.FirstListed;
        var record = new StringBuilder();
        Line(record, "TY", "UNPB");
        Line(record, "TI", paper.Title);
        foreach (var author in paper.Authors) Line(record, "AU", Author(author));
        Line(record, "PY", published.Year.ToString(CultureInfo.InvariantCulture));
        Line(record, "DA", published.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        Line(record, "PB", "arXiv");
        Line(record, "AN", "arXiv:" + paper.ArxivId);
        Line(record, "DO", facts.Doi);
        Line(record, "UR", PaperLinks.Abstract(paper.ArxivId));
        Line(record, "L1", PaperLinks.Pdf(paper.ArxivId));
        foreach (var category in paper.Categories) Line(record, "KW", category);
        foreach (var tag in facts.Kept?.Tags ?? []) Line(record, "KW", tag);
        Line(record, "AB", paper.Abstract);
        Line(record, "N1", paper.JournalRef);
        Line(record, "N1", paper.Comments);
        Line(record, "N1", facts.Kept?.Note);
        return record.Append("ER  - \r\n").ToString();
    }

    // RIS has the suffix last: Davis, Sammy, Jr.
    private static string Author(string name)
    {
        var cited = CitedName.Of(name);
        return cited.Suffix.Length == 0 ? cited.Inverted : $"{cited.Family}, {cited.Given}, {cited.Suffix}";
    }

    private static void Line(StringBuilder record, string tag, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        // A line is a field: text of several would begin another.
        record.Append(tag).Append("  - ").AppendJoin(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append("\r\n");
    }
}
