using System.Text.Json;
using System.Text.RegularExpressions;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>Reads fields of JSON that may hold anything: what is absent, of another type or out of all proportion is null.</summary>
internal static partial class JsonFields
{
    /// <summary>No count of people comes near; a larger one is a fault, and sums of such must not overflow.</summary>
    private const int LargestCount = 100_000_000;

    private const int LongestAddress = 2_000;

    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? Text(this JsonElement element, string name) => element.Child(name)?.AsText();

    public static bool IsTrue(this JsonElement element, string name) => element.Child(name)?.ValueKind == JsonValueKind.True;

    /// <summary>A whole number from 0 on.</summary>
    public static int? Count(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count is >= 0 and <= LargestCount ? count : null;

    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        ArxivTimestamp.TryParse(element.Text(name), out var instant) ? instant.ToUniversalTime() : null;

    public static string? WebAddress(this JsonElement element, string name) => element.Child(name)?.AsWebAddress();

    /// <summary>An absolute address that a reader may be sent to: http or https, without a name and password in it.</summary>
    public static string? AsWebAddress(this JsonElement element) =>
        element.AsText() is { Length: <= LongestAddress } text && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address is { UserInfo: "", Host.Length: > 0 } && address.AbsoluteUri.Length <= LongestAddress
            ? address.AbsoluteUri
            : null;

    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can write and .NET can't read. The rest of the text is kept.
            return JsonSerializer.Deserialize<string>(Escape().Replace(element.GetRawText(), match => match.Groups["lone"].Success ? "" : match.Value));
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex Escape();
}
