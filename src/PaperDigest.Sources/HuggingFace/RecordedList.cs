using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>A daily list from a file, or a part of one, with what of it could not be taken. Without papers the date says nothing.</summary>
public sealed record RecordedList(DateOnly Date, IReadOnlyList<DailyPaper> Papers, IReadOnlyList<RejectedItem> Rejected)
{
    /// <summary>A piece of the file of which nothing could be taken.</summary>
    internal static RecordedList Nothing(RejectedItem rejected) => new(default, [], [rejected]);
}
