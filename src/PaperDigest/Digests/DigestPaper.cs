using PaperDigest.Catalogue;

namespace PaperDigest.Digests;

/// <summary>A paper as a digest shows it.</summary>
/// <param name="Why">Why it stands where it stands on the day's list, in words.</param>
public sealed record DigestPaper(PaperCard Card, string Why)
{
    /// <summary>"Ada Lovelace, Charles Babbage and 4 more"</summary>
    public string Authors => PlainLine.Of(string.Join(", ", Card.FirstAuthors))
        + (Card.AuthorCount > Card.FirstAuthors.Count ? $" and {Card.AuthorCount - Card.FirstAuthors.Count} more" : "");

    public string Title => PlainLine.Of(Card.Title);

    public string KeySentence => PlainLine.Of(Card.KeySentence);

    /// <summary>"cs.CL · 3 votes · rank 2 of 436"</summary>
    public string Facts => Card.Categories is [var primary, ..] ? $"{primary} · {Why}" : Why;
}
