namespace PaperDigest.Digests;

/// <summary>That an address wants a digest: how often, at what local hour, on which topics.</summary>
public sealed class Subscription
{
    public Guid Id { get; set; }

    /// <summary>The address as mail is sent to it.</summary>
    public required string Email { get; set; }

    /// <summary>The address in lower case: one subscription per address and cadence.</summary>
    public required string EmailKey { get; set; }

    public Cadence Cadence { get; set; }

    /// <summary>IANA name of the time zone in which <see cref="Hour"/> is meant.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Local hour of delivery, 0 to 23.</summary>
    public int Hour { get; set; }

    /// <summary>Categories wanted; empty means all trending papers.</summary>
    public required string[] Topics { get; set; }

    public SubscriptionState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ConfirmationSentAt { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the next digest falls due (UTC); moves in the transaction that writes the delivery. Null unless confirmed.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>The newest listing this subscription was served from.</summary>
    public DateOnly? LastListing { get; set; }

    internal DigestWishes Wishes => new(Cadence, Hour, TimeZone, Topics);

    /// <summary>A wish that the form took in; nothing is mailed before it is confirmed.</summary>
    internal static Subscription Of(string address, DigestWishes wishes, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Email = address, EmailKey = address.ToLowerInvariant(), Cadence = wishes.Cadence,
        TimeZone = wishes.TimeZone, Hour = wishes.Hour, Topics = wishes.Topics, State = SubscriptionState.Pending, CreatedAt = now,
    };

    /// <summary>
    /// The form was sent again. Anybody can send it with any address, so it changes nothing of a subscription that runs; one that
    /// ended waits to be confirmed once more.
    /// </summary>
    internal void Ask(string address, DigestWishes wishes)
    {
        if (State == SubscriptionState.Confirmed) return;
        (Email, Hour, TimeZone, Topics, State) = (address, wishes.Hour, wishes.TimeZone, wishes.Topics, SubscriptionState.Pending);
    }

    /// <summary>
    /// The address was shown to be the subscriber's: digests come from the next due hour on. Once confirmed, it changes nothing.
    /// </summary>
    internal void Confirm(DateTimeOffset now)
    {
        if (State == SubscriptionState.Confirmed) return;
        (State, ConfirmedAt, EndedAt) = (SubscriptionState.Confirmed, now, null);
        SetNextDue(now);
    }

    /// <summary>Nothing is mailed from now on. Ending twice is ending once.</summary>
    internal void End(DateTimeOffset now)
    {
        if (State == SubscriptionState.Ended) return;
        (State, EndedAt, NextDueAt) = (SubscriptionState.Ended, now, null);
    }

    /// <summary>Takes other wishes, and counts the hours anew from now.</summary>
    internal void Change(DigestWishes wishes, DateTimeOffset now)
    {
        (Hour, TimeZone, Topics) = (wishes.Hour, wishes.TimeZone, wishes.Topics);
        if (State == SubscriptionState.Confirmed) SetNextDue(now);
    }

    private void SetNextDue(DateTimeOffset now) => NextDueAt = DigestSchedule.NextDue(TimeZoneName.Of(TimeZone), Hour, now);
}

/// <summary>How often a digest comes.</summary>
public enum Cadence
{
    Daily,
    Weekly,
    Monthly,
}

/// <summary>Where a subscription stands. Nothing is mailed before it is confirmed, save the question itself.</summary>
public enum SubscriptionState
{
    Pending,
    Confirmed,
    Ended,
}
