using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// How far a harvest got: the window it is in, the token of the next page in it, and what came of it so far. It is stored in the
/// transaction of each page's records, so that whatever ends the program, the next run goes on there.
/// </summary>
public sealed record HarvestCursor
{
    /// <summary>What tells this harvest from others: its span and set, or that it is the nightly one of a set.</summary>
    public required string Name { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>Null: until the day on which it ends.</summary>
    public DateOnly? UntilDay { get; init; }

    public string? SetName { get; init; }
    public OaiFormat Format { get; init; }
    public required DateOnly WindowFrom { get; init; }

    /// <summary>Null in the last window of a harvest without an end.</summary>
    public DateOnly? WindowUntil { get; init; }

    /// <summary>The token of the window's next page; null at its beginning.</summary>
    public string? Token { get; init; }

    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>The UTC day on which arXiv gave the first answer: a later harvest that starts there misses nothing.</summary>
    public DateOnly? RespondedOn { get; init; }

    public int Pages { get; init; }
    public int Added { get; init; }
    public int Replaced { get; init; }
    public int Edited { get; init; }
    public int Unchanged { get; init; }
    public int Rejected { get; init; }
    public int Deleted { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>A harvest at its beginning. <paramref name="now"/> tells which windows are over.</summary>
    internal static HarvestCursor Start(HarvestOrder order, DateTimeOffset now) => new()
    {
        Name = order.Name, FromDay = order.From, UntilDay = order.Until, SetName = order.Set, StartedAt = now,
        WindowFrom = order.From, WindowUntil = EndOfWindow(order.From, order.Until, now),
    };

    /// <summary>What to ask arXiv for next.</summary>
    public OaiQuery Query() => new(WindowFrom, WindowUntil, SetName) { Format = Format, ResumptionToken = Token };

    /// <summary>At the beginning of the window again: its token is of no use any more.</summary>
    public HarvestCursor AgainFromWindow() => this with { Token = null, TokenExpiresAt = null };

    /// <summary>The same where the token has expired by <paramref name="now"/>; otherwise as it is.</summary>
    public HarvestCursor WithoutExpiredToken(DateTimeOffset now) => TokenExpiresAt <= now ? AgainFromWindow() : this;

    /// <summary>After a page was stored: at the next one, in the next window, or finished.</summary>
    internal HarvestCursor After(OaiPage page, RecordImport import, DateTimeOffset now)
    {
        var counted = this with
        {
            Pages = Pages + 1, Added = Added + import.New, Replaced = Replaced + import.Replaced, Edited = Edited + import.Edited,
            Unchanged = Unchanged + import.Unchanged, Rejected = Rejected + page.Rejected.Count, Deleted = Deleted + page.Records.Count(r => r.IsDeleted),
            RespondedOn = RespondedOn ?? (page.ResponseDate is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null),
            Token = page.ResumptionToken, TokenExpiresAt = page.TokenExpires?.ToUniversalTime(),
        };
        if (page.ResumptionToken is not null) return counted;
        if (WindowUntil is not { } end || end >= UntilDay) return counted with { FinishedAt = now };
        return counted with { WindowFrom = end.AddDays(1), WindowUntil = EndOfWindow(end.AddDays(1), UntilDay, now) };
    }

    // A month is some hundred pages without a set: little to lose to an expired token, and few requests for quiet sets. The window
    // that the present day is in needs no end where the harvest has none, and arXiv advises against one.
    private static DateOnly? EndOfWindow(DateOnly from, DateOnly? until, DateTimeOffset now)
    {
        var month = new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1);
        if (until is { } last) return month < last ? month : last;
        return month < DateOnly.FromDateTime(now.UtcDateTime) ? month : null;
    }
}
