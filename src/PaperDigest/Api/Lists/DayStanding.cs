using Microsoft.Extensions.Options;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Ranking;

namespace PaperDigest.Api;

/// <summary>Says how a day's listing stands, in the words of its page.</summary>
internal sealed class DayStanding(DayQueries days, Watches watches, HolidayBook holidays, DayStanding.Wishes wishes)
{
    /// <summary>The state of a ranked day, or why there is no list to show.</summary>
    /// <param name="isLatest">Name the day, which the list's title does not, and say what is known of a newer one.</param>
    public async Task<DayState> OfAsync(Day day, bool isLatest, CancellationToken cancel)
    {
        var wanted = await WantedAsync(day.Date, cancel);
        if (!day.IsRanked)
            return new DayState(false, NoListing.Because(day, wanted, MergedNight.Of(day.Date, await days.LengthsAsync(day.Date, cancel), wanted.Calendar)));
        var state = DayState.Of(day, await days.PartsAsync(day.Date, cancel), wanted);
        if (!isLatest) return state;
        var newer = await NewerAsync(day.Date, cancel);
        return new DayState(state.IsWhole && newer.Length == 0, $"{DayWords.Full(day.Date)}: {state.Text}.{newer}");
    }

    private async Task<string> NewerAsync(DateOnly latest, CancellationToken cancel)
    {
        var newest = await watches.NewestAsync(cancel);
        if (newest is not { } day || day <= latest || NoListing.Newer(day, await WantedAsync(day, cancel)) is not { Length: > 0 } words) return "";
        return $" {DayWords.Full(day)}: {words}";
    }

    private async Task<DayWanted> WantedAsync(DateOnly day, CancellationToken cancel) => new(
        wishes.Arxiv.Value.CategoryList, await watches.OfAsync(day, day, cancel), await holidays.CalendarAsync(cancel), wishes.Time.GetUtcNow());

    /// <summary>What the installation wants, and the time it is.</summary>
    internal sealed record Wishes(IOptions<ArxivOptions> Arxiv, TimeProvider Time);
}
