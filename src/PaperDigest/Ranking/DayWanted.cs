using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Ranking;

/// <summary>What an installation wants of a day, and knows of it at an instant: what the words about a missing listing rest on.</summary>
/// <param name="Categories">The categories that it takes in.</param>
/// <param name="Watches">What is known of the day's listings; none where nobody waited for them.</param>
/// <param name="Calendar">On which dates arXiv makes a listing.</param>
public sealed record DayWanted(IReadOnlyList<string> Categories, IReadOnlyList<ListingWatch> Watches, AnnouncementCalendar Calendar, DateTimeOffset Now);
