using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>Says in a line of plain words why a paper stands where it stands.</summary>
public static class Explanation
{
    private const string Between = " · ";

    // Weights are sums of fractions.
    private const double LeastDifference = 0.01;

    /// <summary>
    /// For example "50 votes (48 counted on Hugging Face, 2 here) · 2 people commented · announced 11 hours before this ranking ·
    /// score 13.9 · rank 1 of 436". It stays true however long ago the ranking was.
    /// </summary>
    /// <param name="paper">The paper's place, with what it was computed from.</param>
    /// <param name="papers">How many papers the day's list has.</param>
    public static string InWords(RankedPaper paper, int papers) => Joined(
        paper.IsCurated ? "chosen on Hugging Face, and so before what nobody chose" : null,
        Votes(paper.Votes, paper.OutsideVotes),
        Weight(paper),
        Commenters(paper.Commenters),
        $"announced {Age(paper.AgeHours)} before this ranking",
        paper.Score == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"score {paper.Score:0.0}"),
        Rank(paper.Rank, papers));

    /// <summary>The same for where the day's date stands above and age and score would be noise, as in a mail.</summary>
    public static string InShort(RankedPaper paper, int papers) =>
        Joined(paper.IsCurated ? "chosen on Hugging Face" : null, Votes(paper.Votes, paper.OutsideVotes), Commenters(paper.Commenters), Rank(paper.Rank, papers));

    /// <summary>On a list of several days: "50 votes (48 counted on Hugging Face, 2 here) · 3 people commented · rank 2 on Tuesday 12 May".</summary>
    internal static string OfPeriod(ListedCard card) => Joined(
        Votes(card.Paper.VotesHere, card.Paper.OutsideVotes),
        Commenters(card.Paper.OutsideComments),
        string.Create(CultureInfo.InvariantCulture, $"rank {card.Place.Rank} on {DayWords.Day(card.Place.Date)}"));

    internal static string Joined(params ReadOnlySpan<string?> parts) => string.Join(Between, parts.ToArray().OfType<string>());

    private static string Rank(int rank, int papers) => string.Create(CultureInfo.InvariantCulture, $"rank {rank} of {papers}");

    internal static string? Commenters(int number) => number == 0 ? null : Count(number, "person commented", "people commented");

    internal static string Votes(int here, int outside) => (here, outside) switch
    {
        (0, 0) => "no votes yet; newest first",
        (_, 0) => Count(here, "vote", "votes"),
        (0, _) => Count(outside, "vote", "votes") + " counted on Hugging Face",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Count(here + outside, "vote", "votes")} ({outside} counted on Hugging Face, {here} here)"),
    };

    /// <summary>What the votes count for together, where that is not their number: those of visitors weigh less.</summary>
    private static string? Weight(RankedPaper paper) => paper.Votes - paper.WeightedVotes < LeastDifference
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"counting as {paper.WeightedVotes + paper.OutsideVotes:0.#}, because votes without an account count less");

    internal static string Age(double hours) => hours switch
    {
        < 1 => "less than an hour",
        < 48 => Count((int)hours, "hour", "hours"),
        _ => Count((int)(hours / 24), "day", "days"),
    };

    private static string Count(int number, string one, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : more)}");
}
