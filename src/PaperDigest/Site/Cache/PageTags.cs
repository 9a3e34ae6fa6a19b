using Microsoft.AspNetCore.OutputCaching;
using PaperDigest.Catalogue;

namespace PaperDigest.Site;

/// <summary>
/// What a cached page shows, so that it is dropped when that changes and no other page is. The words are those that the triggers of
/// the database tell.
/// </summary>
internal static class PageTags
{
    /// <summary>On every cached answer: what is dropped by it is everything.</summary>
    public const string All = "*";

    /// <summary>Which days have a list: calendars, and the days before and after a day.</summary>
    public const string Days = "days";

    /// <summary>What is known of the listing that is waited for, which the front page tells.</summary>
    public const string Awaited = "awaited";

    /// <summary>The order of any day: lists over several days.</summary>
    public const string Ranks = "ranks";

    /// <summary>Papers that come into the catalogue: lists that are newest first.</summary>
    public const string Newest = "newest";

    public static string Paper(string arxivId) => "p:" + arxivId;

    public static string Day(DateOnly date) => "d:" + DayWords.Iso(date);

    /// <summary>Says that the answer to this request shows something; of no consequence where the answer is not cached.</summary>
    public static void Shows(this HttpContext context, string tag) => context.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(tag);
}
