using System.Globalization;

namespace PaperDigest.Sources.Arxiv;

/// <summary>A source that has turned requests away: until when nobody asks it again, how long that is from now, and what it answered.</summary>
public sealed record SourceBlock(DateTimeOffset Until, TimeSpan Rest, string Because)
{
    /// <summary>The same for whoever wanted to ask meanwhile.</summary>
    public Refusal Refusal => new(RefusalKind.Blocked, $"{Because} {Sequel}");

    public string Sequel => string.Create(CultureInfo.InvariantCulture, $"It is not asked again before {Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
}
