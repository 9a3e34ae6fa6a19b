using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperDigest.Listings;

/// <summary>
/// A run's report as the page shows it, whatever kind of run wrote it: its sentence and counts, its single values, its lists of texts
/// and its lists of objects as tables. Names are put into words. What is empty or not so is left out.
/// </summary>
internal sealed partial record RunReport(string? Message, IReadOnlyList<ReportCount> Total)
{
    /// <summary>More rows than this are not shown; no run has them.</summary>
    private const int MostRows = 500;

    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];
    public IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Lists { get; init; } = [];
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>Reads a JSON object that <see cref="RunLog.EndAsync"/> stored.</summary>
    public static RunReport Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var rest = root.EnumerateObject().Where(p => p.Name is not ("message" or "total" or "day" or "outcome")).ToList();
        var arrays = rest.Where(p => p.Value.ValueKind == JsonValueKind.Array && p.Value.GetArrayLength() > 0).ToList();
        return new RunReport(root.TryGetProperty("message", out var message) ? message.GetString() : null, CountsOf(root.TryGetProperty("total", out var total) ? total : default))
        {
            Facts = [.. rest.Where(p => p.Value.ValueKind != JsonValueKind.Array && Text(p.Value).Length > 0).Select(p => (Words(p.Name), Text(p.Value)))],
            Lists = [.. arrays.Where(p => !IsOfObjects(p.Value)).Select(p => (Words(p.Name), (IReadOnlyList<string>)[.. p.Value.EnumerateArray().Take(MostRows).Select(Text)]))],
            Tables = [.. arrays.Where(p => IsOfObjects(p.Value)).Select(p => TableOf(p.Name, p.Value))],
        };
    }

    /// <summary>The numbers of a JSON object, by name.</summary>
    public static IReadOnlyList<ReportCount> CountsOf(JsonElement total) =>
        total.ValueKind != JsonValueKind.Object ? []
        : [.. total.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).Select(p => new ReportCount(Words(p.Name), p.Value.GetInt64()))];

    private static ReportTable TableOf(string name, JsonElement rows)
    {
        var shown = rows.EnumerateArray().Take(MostRows).ToList();
        var columns = shown.SelectMany(r => r.EnumerateObject()).Where(p => Cell(p.Value).Length > 0).Select(p => p.Name).Distinct().ToList();
        return new ReportTable(
            Words(name), [.. columns.Select(Words)],
            [.. shown.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r.TryGetProperty(c, out var value) ? Cell(value) : "")])]);
    }

    // What was rejected stands below with its records; a table says how many.
    private static string Cell(JsonElement value) => IsOfObjects(value) ? $"{value.GetArrayLength()}" : Text(value);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => "",
        JsonValueKind.True => "yes",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(p => $"{Text(p.Value)} {Words(p.Name)}")),
        JsonValueKind.Array => string.Join(" ", value.EnumerateArray().Select(Text)),
        _ => value.ToString(),
    };

    private static bool IsOfObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object;

    private static string Words(string name) => name == "crossListed" ? "cross-listed" : Capital().Replace(name, m => " " + m.Groups[1].Value.ToLowerInvariant()).TrimStart();

    // In isTruncated the first word says nothing.
    [GeneratedRegex("(?:^is)?(?<=.)([A-Z])")]
    private static partial Regex Capital();
}

/// <summary>How many of something.</summary>
internal sealed record ReportCount(string Name, long Value);

/// <summary>A list of objects as a table.</summary>
internal sealed record ReportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
