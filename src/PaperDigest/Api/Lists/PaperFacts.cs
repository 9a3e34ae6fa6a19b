using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Api;

/// <summary>A paper with all that is given out of it.</summary>
internal sealed record PaperFacts(Paper Paper)
{
    /// <summary>What another site knows of it.</summary>
    public OutsidePaper? Outside { get; init; }

    /// <summary>Its place on the latest curated list that has it.</summary>
    public CuratedEntry? Curated { get; init; }

    /// <summary>The version that <see cref="Paper"/> describes.</summary>
    public PaperVersion? Version { get; init; }

    /// <summary>What the reader to whom it is given out noted on it; null in lists for everybody.</summary>
    public SavedPaper? Kept { get; init; }

    /// <summary>Why it is in a list that was made for one reader, or where it stands among what is trending; null in others.</summary>
    public string? Why { get => field ?? (Trend is { } trend ? TrendWords.Of(trend) : null); init; }

    /// <summary>Its score in a list of what is trending; null in others.</summary>
    public Trend? Trend { get; init; }

    public int Votes => Paper.VoteCount + Paper.OutsideVotes;

    public int Comments => Paper.CommentCount + Paper.OutsideComments;

    /// <summary>The abstract; the summary where no abstract was taken in.</summary>
    public string Text => Paper.Abstract.Length > 0 ? Paper.Abstract : Paper.Summary ?? "";

    /// <summary>The instant at which it was announced first.</summary>
    public DateTimeOffset Announced => AnnouncementTime.Of(Paper.FirstListed);

    /// <summary>The instant at which its newest version was announced, or was submitted where no listing of it is known.</summary>
    public DateTimeOffset Updated
    {
        get
        {
            var newest = Paper.Version == 1 ? null : Version?.ListedOn is { } listed ? AnnouncementTime.Of(listed) : Version?.SubmittedAt;
            return newest > Announced ? newest.Value : Announced;
        }
    }

    /// <summary>The DOI of the published paper, or the one that arXiv gives every paper.</summary>
    public string Doi => Paper.Doi ?? "10.48550/arXiv." + Paper.ArxivId;
}
