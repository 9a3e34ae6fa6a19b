using System.CommandLine;
using System.Globalization;

namespace PaperDigest.Hosting.Verbs;

/// <summary>An option that takes an instant in ISO 8601: <c>2026-05-12T18:00Z</c>, with an offset, or a date for its midnight. Without an offset it is UTC.</summary>
internal static class InstantOption
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    public static Option<DateTimeOffset?> Named(string name, string description) => new(name)
    {
        Description = description, HelpName = "INSTANT",
        CustomParser = result =>
        {
            if (TryParse(result.Tokens[0].Value, out var instant)) return instant;
            result.AddError($"'{result.Tokens[0].Value}' is not an instant such as 2026-05-12T18:00:00Z.");
            return null;
        },
    };

    /// <summary>Reads an instant as the option does.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
}
