namespace PaperDigest.Tests.Support;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>A Tuesday afternoon, with the listing of that day long announced.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 5, 12, 16, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
