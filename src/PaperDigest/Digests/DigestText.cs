using System.Text;

namespace PaperDigest.Digests;

/// <summary>Writes the plain-text part of a digest.</summary>
internal static class DigestText
{
    private const int Width = 76;

    public static string Of(DigestView view)
    {
        var text = new StringBuilder();
        text.Append(view.Site.Name).Append("\n\n").Append(view.Content.Heading).Append("\n\n");
        Paragraph(text, view.Content.Summary, "");
        text.Append("The whole list: ").Append(view.DayUrl).Append('\n');
        text.Append("Change or unsubscribe: ").Append(view.Links.Manage).Append("\n\n");
        foreach (var (index, paper) in view.Content.Papers.Index()) Paper(text, index + 1, paper, view);
        text.Append("--\n");
        // Not broken into lines: what is the subscriber's own is filled in later, and is of another length.
        text.Append(view.You).Append('\n');
        text.Append("Change hour, time zone or categories: ").Append(view.Links.Manage).Append('\n');
        text.Append("Unsubscribe: ").Append(view.Links.Unsubscribe).Append('\n');
        text.Append("Earlier digests: ").Append(view.ArchiveUrl).Append("\n\n");
        Paragraph(text, DigestView.Promise, "");
        Paragraph(text, DigestView.Thanks, "");
        return text.ToString();
    }

    private static void Paper(StringBuilder text, int number, DigestPaper paper, DigestView view)
    {
        Paragraph(text, $"{number}. {paper.Title}", "");
        Paragraph(text, paper.Authors, "   ");
        if (paper.KeySentence.Length > 0) Paragraph(text, paper.KeySentence, "   ");
        Paragraph(text, paper.Facts, "   ");
        text.Append("   ").Append(view.UrlOf(paper)).Append("\n\n");
    }

    /// <summary>Appends words in lines of at most <see cref="Width"/> characters; a longer word has a line of its own.</summary>
    private static void Paragraph(StringBuilder text, string words, string indent)
    {
        var column = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }
            text.Append(column == 0 ? indent : " ").Append(word);
            column += (column == 0 ? indent.Length : 1) + word.Length;
        }
        text.Append('\n');
    }
}
