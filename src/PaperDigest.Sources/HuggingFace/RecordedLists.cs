using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>
/// Reads recorded daily lists from a file: one array of wrappers, as the API answers, or a line of JSON for each list. A line or
/// wrapper that makes no sense is rejected alone; of an array that breaks off, what stands before the break is taken.
/// </summary>
public static class RecordedLists
{
    /// <summary>How much of a file <see cref="Recognises"/> wants to see.</summary>
    public const int HeadLength = 64 * 1024;

    /// <summary>Papers of an array that are held before they are handed on.</summary>
    private const int MostAtOnce = 1000;

    private const string WrongDate = "Its date is none that Hugging Face can have a list for.";

    /// <summary>Whether a file that begins so (unpacked, UTF-8) holds recorded lists rather than arXiv's records.</summary>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        head = WithoutMark(head).TrimStart(" \t\r\n"u8);
        return head is [(byte)'[', ..] || (head is [(byte)'{', ..] && head.IndexOf("\"papers\""u8) >= 0);
    }

    /// <summary>
    /// The lists in the order of the file, up to the date <paramref name="newest"/>. One of an array comes in several parts where the
    /// array is not ordered by date.
    /// </summary>
    public static IAsyncEnumerable<RecordedList> Read(Stream file, DateOnly newest, CancellationToken cancel) => Parts(file, newest, cancel);

    private static async IAsyncEnumerable<RecordedList> Parts(Stream file, DateOnly newest, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(file, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: HeadLength));
        var parts = await IsArray(pipe, cancel) ? OfArray(pipe, cancel) : OfLines(pipe, cancel);
        await foreach (var part in parts)
        {
            yield return part.Papers.Count == 0 || (part.Date >= DailyPapersDate.First && part.Date <= newest)
                ? part
                : part with { Papers = [], Rejected = [.. part.Rejected, new RejectedItem(WrongDate, $"{part.Date:yyyy-MM-dd}", $"{part.Date:yyyy-MM-dd}: {part.Papers.Count} papers")] };
        }
        await pipe.CompleteAsync();
    }

    private static async IAsyncEnumerable<RecordedList> OfLines(PipeReader pipe, [EnumeratorCancellation] CancellationToken cancel)
    {
        var lines = new BoundedLines(pipe);
        while (await lines.Next(cancel) is { } line)
        {
            if (line.Trim().Length > 0)
                yield return OfLine(line);
        }
        foreach (var number in lines.TooLong)
            yield return RecordedList.Nothing(new RejectedItem("The line is longer than a list can be.", $"line {number}", ""));
    }

    private static RecordedList OfLine(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.Child("papers") is not { ValueKind: JsonValueKind.Array } papers)
                return Rejected("The line is no list of papers.");
            if (!DateOnly.TryParseExact(json.RootElement.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return Rejected("The list has no date.");
            var page = DailyPapersParser.Page(papers, asked: null);
            return new RecordedList(date, page.Papers, page.Rejected);
        }
        catch (JsonException broken)
        {
            return Rejected($"The line is broken JSON, at byte {broken.BytePositionInLine}.");
        }

        RecordedList Rejected(string reason) => RecordedList.Nothing(new RejectedItem(reason, ArxivText.Excerpt(line), line));
    }

    private static async IAsyncEnumerable<RecordedList> OfArray(PipeReader pipe, [EnumeratorCancellation] CancellationToken cancel)
    {
        var papers = new List<DailyPaper>();
        var rejected = new List<RejectedItem>();
        var date = default(DateOnly);
        await foreach (var (wrapper, broken) in Wrappers(pipe, cancel))
        {
            var (paper, reason) = broken is null ? DailyPapersParser.Wrapper(wrapper) : (null, broken);
            if (paper is { Submission.Day: null })
                (paper, reason) = (null, "It does not say on which day it was submitted.");
            if (paper is null)
                rejected.Add(broken is null ? DailyPapersParser.Rejected(wrapper, reason!) : new RejectedItem(broken, "", ""));
            var day = paper?.Submission.Day ?? date;
            if ((day != date && papers.Count > 0) || papers.Count + rejected.Count >= MostAtOnce)
            {
                yield return new RecordedList(date, papers, rejected);
                (papers, rejected) = ([], []);
            }
            date = day;
            if (paper is not null)
                papers.Add(paper);
        }
        if (papers.Count + rejected.Count > 0)
            yield return new RecordedList(date, papers, rejected);
    }

    /// <summary>The elements of the array; where it breaks, a last one that says so.</summary>
    private static async IAsyncEnumerable<(JsonElement Wrapper, string? Broken)> Wrappers(PipeReader pipe, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var wrappers = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(pipe, JsonSerializerOptions.Web, cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            string? end = null;
            try
            {
                if (!await wrappers.MoveNextAsync())
                    yield break;
            }
            catch (JsonException broken)
            {
                end = $"The JSON is broken in line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}; what follows was not read.";
            }
            if (end is not null)
            {
                yield return (default, end);
                yield break;
            }
            yield return (wrappers.Current, null);
        }
    }

    /// <summary>Whether the first thing in the file is an array; a byte order mark is read over.</summary>
    private static async Task<bool> IsArray(PipeReader pipe, CancellationToken cancel)
    {
        var head = (await pipe.ReadAtLeastAsync(3, cancel)).Buffer;
        var start = head.Slice(head.FirstSpan.Length - WithoutMark(head.FirstSpan).Length);
        var isArray = start.FirstSpan.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
        pipe.AdvanceTo(start.Start);
        return isArray;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> head) => head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
}
