using System.Text;
using System.Text.Json;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>
/// Reads an answer of <c>/api/daily_papers</c>: an array of wrappers. A wrapper that makes no sense is rejected alone; JSON that is
/// broken anywhere is refused, because what is missing from it can't be known.
/// </summary>
internal static class DailyPapersParser
{
    /// <summary>Since then each paper says on which day it was put on a list, and that is always the list's date.</summary>
    private static readonly DateOnly SubmissionsDated = new(2025, 3, 17);

    /// <summary>Reads untrusted bytes. Papers of another day than <paramref name="asked"/> are rejected.</summary>
    public static (DailyPapersPage? Page, Refusal? Refusal) Parse(byte[] body, DateOnly? asked)
    {
        var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF');
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Array ? (Page(json.RootElement, asked), null) : (null, Stated(json.RootElement));
        }
        catch (JsonException broken)
        {
            return (null, WhyNotJson(text.AsSpan().TrimStart(), broken));
        }
    }

    /// <summary>The wrappers of a list, of the day <paramref name="asked"/> if that is not null.</summary>
    public static DailyPapersPage Page(JsonElement list, DateOnly? asked)
    {
        var papers = new List<DailyPaper>();
        var rejected = new List<RejectedItem>();
        foreach (var wrapper in list.EnumerateArray())
        {
            var (paper, reason) = Wrapper(wrapper);
            if (asked >= SubmissionsDated && paper?.Submission.Day is { } day && day != asked)
                (paper, reason) = (null, $"It was put on the list of {day:yyyy-MM-dd}, not of {asked:yyyy-MM-dd}.");
            if (paper is not null)
                papers.Add(paper);
            else
                rejected.Add(Rejected(wrapper, reason!));
        }
        return new DailyPapersPage(papers, rejected, papers.Count + rejected.Count);
    }

    /// <summary>One wrapper: the paper, or why it can't be one.</summary>
    public static (DailyPaper? Paper, string? Reason) Wrapper(JsonElement wrapper)
    {
        try
        {
            return DailyPaperReader.Read(wrapper);
        }
        catch (Exception odd) when (odd is InvalidOperationException or JsonException)
        {
            // Text that is no Unicode at all.
            return (null, "Its text can't be decoded.");
        }
    }

    /// <summary>The wrapper as a run's report shows it.</summary>
    public static RejectedItem Rejected(JsonElement wrapper, string reason) => new(reason, ArxivText.Excerpt(wrapper.GetRawText()), wrapper.GetRawText());

    /// <summary>A wrong request is answered by an object that says what is wrong with it.</summary>
    private static Refusal Stated(JsonElement answer) => answer.Text("error") is { } error
        ? new Refusal(RefusalKind.RequestRefused, $"Hugging Face refused the request: {ArxivText.Excerpt(error, 300)}")
        : new Refusal(RefusalKind.Malformed, "The JSON is no list of papers.");

    private static Refusal WhyNotJson(ReadOnlySpan<char> text, JsonException broken)
    {
        if (text is "")
            return new Refusal(RefusalKind.NotXml, "The answer is empty.");
        if (text[0] == '<')
            return new Refusal(RefusalKind.Html, "The answer is a web page or XML, not a list of papers.");
        if (text[0] is not ('[' or '{'))
            return text.StartsWith("Rate", StringComparison.OrdinalIgnoreCase)
                ? new Refusal(RefusalKind.RateExceeded, $"Hugging Face says: {ArxivText.Excerpt(text.ToString())}")
                : new Refusal(RefusalKind.NotXml, $"The answer is no JSON: {ArxivText.Excerpt(text.ToString())}");
        return text.TrimEnd()[^1] == (text[0] == '[' ? ']' : '}')
            ? new Refusal(RefusalKind.Malformed, $"The JSON is broken in line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}.")
            : new Refusal(RefusalKind.Truncated, $"The JSON ends in the middle, after {text.Length:N0} characters.");
    }
}
