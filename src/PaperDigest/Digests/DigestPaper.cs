using PaperDigest.Catalogue;

namespace PaperDigest.Digests;

/// <summary>A paper as a digest shows it.</summary>
/// <param name="Why">Why it stands where it stands on the day's list, in words.</param>
public sealed record DigestPaper(PaperCard Card, string Why)
{
    /// <summary>No real title or author line of a card is longer; a mail is no place for one that is.</summary>
    private const int LongestLine = 300;

    /// <summary>"Ada Lovelace, Charles Babbage and 4 more"</summary>
    public string Authors => PlainLine.Short(string.Join(", ", Card.FirstAuthors), LongestLine)
        + (Card.AuthorCount > Card.FirstAuthors.Count ? $" and {Card.AuthorCount - Card.FirstAuthors.Count} more" : "");

    public string Title => PlainLine.Short(Prose.Plain(Card.Title), LongestLine);

    public string KeySentence => PlainLine.Of(Prose.Plain(Card.KeySentence));

    /// <summary>"cs.CL · 3 votes · rank 2 of 436"</summary>
    public string Facts => Card.Categories is [var primary, ..] ? $"{primary} · {Why}" : Why;
}
