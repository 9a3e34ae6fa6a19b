using Microsoft.Extensions.Options;
using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Ranking;

namespace PaperDigest.Api;

/// <summary>Says how a day's listing stands, in the words of its page.</summary>
internal sealed class DayStanding(DayQueries days, NpgsqlDataSource database, IOptions<ArxivOptions> arxiv, TimeProvider time)
{
    /// <summary>The state of a ranked day, or why there is no list to show.</summary>
    /// <param name="isLatest">Name the day, which the list's title does not, and say what is known of a newer one.</param>
    public async Task<DayState> OfAsync(Day day, bool isLatest, CancellationToken cancel)
    {
        var standing = await Standing.ReadAsync(database, day.Date, cancel);
        var wanted = Wanted(standing, day.Date);
        if (!day.IsRanked)
            return new DayState(false, NoListing.Because(day, wanted, MergedNight.Of(day.Date, await days.LengthsAsync(day.Date, cancel), wanted.Calendar)));
        var state = DayState.Of(day, await days.PartsAsync(day.Date, cancel), wanted);
        if (!isLatest) return state;
        var newer = Newer(standing, day.Date);
        return new DayState(state.IsWhole && newer.Length == 0, $"{DayWords.Full(day.Date)}: {state.Text}.{newer}");
    }

    private string Newer(Standing standing, DateOnly latest)
    {
        if (standing.Newest is not { } day || day <= latest || NoListing.Newer(day, Wanted(standing, day)) is not { Length: > 0 } words) return "";
        return $" {DayWords.Full(day)}: {words}";
    }

    private DayWanted Wanted(Standing standing, DateOnly day) => new(arxiv.Value.CategoryList, standing.Of(day), standing.Calendar, time.GetUtcNow());
}
