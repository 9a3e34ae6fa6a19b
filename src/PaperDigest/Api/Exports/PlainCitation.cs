using System.Globalization;
using System.Text;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>A paper as a line of a reference list, to be pasted into a mail or a text.</summary>
internal static class PlainCitation
{
    private const int MostNames = 20;

    public static byte[] Write(PaperFacts facts) => Encoding.UTF8.GetBytes(Line(facts) + "\n");

    /// <summary>"Ada Lovelace and Charles Babbage. On new matters. arXiv:2605.01234 [cs.CL], 2026. https://arxiv.org/abs/2605.01234"</summary>
    public static string Line(PaperFacts facts)
    {
        var paper = facts.Paper;
        var year = (paper.SubmittedAt is { } submitted ? DateOnly.FromDateTime(submitted.UtcDateTime) : paper.FirstListed).Year;
        var category = paper.Categories is [var primary, ..] ? $" [{primary}]" : "";
        var title = Prose.Plain(paper.Title);
        string[] parts =
        [
            Names(paper.Authors), title.EndsWith('?') || title.EndsWith('!') ? title[..^1] : title.TrimEnd('.'),
            paper.JournalRef?.TrimEnd('.') ?? "", string.Create(CultureInfo.InvariantCulture, $"arXiv:{paper.ArxivId}{category}, {year}"),
        ];
        var ends = title.EndsWith('?') || title.EndsWith('!') ? title[^1..] : ".";
        var line = new StringBuilder();
        foreach (var (i, part) in parts.Index())
        {
            if (part.Length > 0) line.Append(part).Append(i == 1 ? ends : part.EndsWith('.') ? "" : ".").Append(' ');
        }
        return line.Append(PaperLinks.Abstract(paper.ArxivId)).ToString();
    }

    private static string Names(string[] names) => names switch
    {
        [] => "",
        [var only] => only,
        { Length: > MostNames } => string.Join(", ", names.Take(MostNames)) + ", et al",
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };
}
