using System.Globalization;
using System.Text;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>A paper, or a list of papers, as Markdown for programs that read text. Mathematics stays as its authors wrote it.</summary>
internal static class MarkdownPapers
{
    public static byte[] List(PaperList list, SiteOptions site)
    {
        var text = new StringBuilder($"# {Escape(list.Title)}\n\n");
        if (list.State is { } state) text.Append(Escape(state)).Append("\n\n");
        foreach (var (index, facts) in list.Papers.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"## {index + 1}. [{Escape(facts.Paper.Title)}]({site.Link(PaperLinks.Paper(facts.Paper.ArxivId))}.md)\n\n");
            text.Append(Authors(facts.Paper.Authors, 10)).Append("  \n");
            text.Append(CultureInfo.InvariantCulture, $"arXiv:{facts.Paper.ArxivId} · {string.Join(", ", facts.Paper.Categories)} · {DayWords.Dated(facts.Paper.FirstListed)} · {Votes(facts.Votes)}\n\n");
            if (facts.Kept is { Tags.Length: > 0 } kept) text.Append("Tags: ").Append(Escape(string.Join(", ", kept.Tags))).Append("\n\n");
            if (facts.Kept?.Note is { } note) text.Append("Note: ").Append(Escape(note)).Append("\n\n");
            text.Append(Body(facts));
        }
        if (list.Papers.Count == 0) text.Append("No papers.\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Paper(PaperFacts facts)
    {
        var paper = facts.Paper;
        // The two lines that readers of Hugging Face's pages expect first.
        var text = new StringBuilder($"Title: {OneLine(paper.Title)}\n\nURL Source: {PaperLinks.Abstract(paper.ArxivId)}\n\n# {Escape(paper.Title)}\n\n");
        text.Append(Authors(paper.Authors, int.MaxValue)).Append("\n\n");
        Fact(text, "arXiv", string.Create(CultureInfo.InvariantCulture, $"{paper.ArxivId}, version {paper.Version}{(paper.IsWithdrawn ? ", withdrawn" : "")}"));
        Fact(text, "Categories", string.Join(", ", paper.Categories));
        Fact(text, "First listed", DayWords.Dated(paper.FirstListed));
        Fact(text, "PDF", PaperLinks.Pdf(paper.ArxivId));
        Fact(text, "DOI", facts.Doi);
        Fact(text, "Published in", paper.JournalRef is { } journal ? Escape(journal) : null);
        Fact(text, "Authors' comments", paper.Comments is { } comments ? Escape(comments) : null);
        Fact(text, "Code", facts.Outside?.CodeUrl);
        Fact(text, "Project page", facts.Outside?.ProjectUrl);
        Fact(text, "Votes", facts.Votes > 0 ? Votes(facts.Votes) : null);
        text.Append(paper.Abstract.Length > 0 ? "\n## Abstract\n\n" : "\n## Summary\n\n").Append(Body(facts));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Text that Markdown shows as it is: nothing in it is a link, a tag or emphasis. Mathematics is left alone.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var (part, isMath) in TexParts.Of(OneLine(text)))
        {
            // A blank after it, which mathematics does not mind, and "a<b" is no tag.
            if (isMath) escaped.Append(part.Replace("<", "< ", StringComparison.Ordinal));
            else EscapeWords(escaped, part);
        }
        return escaped.ToString();
    }

    private static void EscapeWords(StringBuilder escaped, string words)
    {
        foreach (var letter in words)
        {
            if (letter is '<' or '[' or ']' or '`' or '*' or '_' or '#' or '|') escaped.Append('\\');
            escaped.Append(letter);
        }
    }

    private static string Body(PaperFacts facts)
    {
        var paragraphs = Paragraphs.Of(facts.Text);
        return paragraphs.Count == 0 ? "The abstract has not been taken in.\n\n" : string.Concat(paragraphs.Select(p => Escape(p) + "\n\n"));
    }

    private static string Authors(string[] names, int most)
    {
        var named = string.Join(", ", names.Take(most).Select(Escape));
        return names.Length <= most ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {names.Length - most} more");
    }

    private static string Votes(int votes) => votes == 1 ? "1 vote" : string.Create(CultureInfo.InvariantCulture, $"{votes} votes");

    private static void Fact(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
