using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Digests;

/// <summary>All that the two parts of a digest say; both are written from it, so that they say the same.</summary>
public sealed record DigestView(DigestContent Content, SiteOptions Site, DigestLinks Links)
{
    public const string Promise =
        "This mail holds no pictures, no counting links and nothing else that reports whether you read it.";

    public const string Thanks = "Thank you to arXiv for use of its open access interoperability.";

    /// <summary>The address of the whole day's list.</summary>
    public string DayUrl => Site.Link(DayWords.Path(Content.Listing));

    public string ArchiveUrl => Site.Link("/digests");

    public string You =>
        $"You get the trending papers {DigestWishes.AboutOf(Content.Topics)} {Links.When}, because this address was confirmed for it.";

    public string UrlOf(DigestPaper paper) => Site.Link(PaperLinks.Paper(paper.Card.ArxivId));
}
