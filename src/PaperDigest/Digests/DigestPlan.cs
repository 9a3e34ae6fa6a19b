using PaperDigest.Catalogue;

namespace PaperDigest.Digests;

/// <summary>A subscription whose hour has come.</summary>
/// <param name="LastListing">The newest listing it was served from.</param>
/// <param name="NextDueAt">The due instant that brought it here.</param>
internal sealed record DueSubscription(DigestReader Reader, DateOnly? LastListing, DateTimeOffset NextDueAt)
{
    /// <summary>
    /// The period to be served as of <paramref name="at"/>: the local date of the last due hour. However many hours were missed,
    /// one digest makes up for them.
    /// </summary>
    public DateOnly Period(DateTimeOffset at)
    {
        var zone = TimeZoneName.Of(Reader.Wishes.TimeZone);
        var last = DigestSchedule.LastDue(zone, Reader.Wishes.Hour, at);
        return DigestSchedule.LocalDate(zone, last > NextDueAt ? last : NextDueAt);
    }

    /// <summary>When the next digest falls due.</summary>
    public DateTimeOffset After(DateTimeOffset at) =>
        DigestSchedule.NextDue(TimeZoneName.Of(Reader.Wishes.TimeZone), Reader.Wishes.Hour, at);

    /// <summary>
    /// Whether a listing is new to this subscriber, however old it is: the mail names its date, and whoever has just confirmed
    /// gets to see a digest rather than nothing.
    /// </summary>
    public bool Wants(DateOnly listing) => LastListing is null || listing > LastListing;
}

/// <summary>A due subscription with the period to be served, a date in its time zone.</summary>
internal sealed record DuePeriod(DueSubscription Due, DateOnly Date)
{
    /// <summary>The period's name.</summary>
    public string Key => DayWords.Iso(Date);

    public Guid Subscription => Due.Reader.Subscription;
}

/// <summary>What was decided about a due period: a digest of this issue, or none and why. Exactly one of the two is null.</summary>
internal sealed record PlannedPeriod(DuePeriod Of, ComposedIssue? Composed, SuppressionReason? Suppressed)
{
    public Guid Delivery { get; } = Guid.CreateVersion7();

    /// <summary>The listing that was looked at; null when there was none to look at.</summary>
    public DateOnly? Listing { get; init; }
}

/// <summary>An issue with its rendering.</summary>
internal sealed record ComposedIssue(DigestIssue Issue, DigestTemplate Template);

/// <summary>What planning did: digests queued, and periods that passed without one, by reason.</summary>
internal sealed record PlanReport(int Queued, IReadOnlyDictionary<SuppressionReason, int> Suppressed)
{
    public static PlanReport Nothing { get; } = new(0, new Dictionary<SuppressionReason, int>());

    public PlanReport Then(PlanReport next) => new(
        Queued + next.Queued,
        Suppressed.Concat(next.Suppressed).GroupBy(s => s.Key).ToDictionary(s => s.Key, s => s.Sum(n => n.Value)));

    public override string ToString() =>
        $"{Queued} digests queued" + string.Concat(Suppressed.OrderBy(s => s.Key).Select(s => $", {s.Value} not sent ({InWords(s.Key)})"));

    private static string InWords(SuppressionReason reason) => reason switch
    {
        SuppressionReason.NoNewListing => "no new listing",
        _ => "no paper in the topics",
    };
}
