using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>Lines of a file in UTF-8, one at a time. A line too long to hold is read over, so that no file fills the memory.</summary>
internal sealed class BoundedLines(PipeReader file)
{
    /// <summary>In bytes. A line holds a list of at most a hundred papers, some 10 KB each.</summary>
    private const int Longest = 64 * 1024 * 1024;

    private readonly List<int> tooLong = [];
    private int number;

    /// <summary>The numbers of the lines that were read over, from 1.</summary>
    public IReadOnlyList<int> TooLong => tooLong;

    /// <summary>The next line without its end; null at the end of the file.</summary>
    public async ValueTask<string?> Next(CancellationToken cancel)
    {
        var skipping = false;
        while (true)
        {
            var read = await file.ReadAsync(cancel);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = skipping ? null : Encoding.UTF8.GetString(buffer.Slice(0, end));
                file.AdvanceTo(buffer.GetPosition(1, end));
                number++;
                if (line is not null)
                    return line;
                skipping = false;
            }
            else if (read.IsCompleted)
            {
                var line = skipping || buffer.IsEmpty ? null : Encoding.UTF8.GetString(buffer);
                file.AdvanceTo(buffer.End);
                return line;
            }
            else
            {
                if (!skipping && buffer.Length > Longest)
                {
                    tooLong.Add(number + 1);
                    skipping = true;
                }
                file.AdvanceTo(skipping ? buffer.End : buffer.Start, buffer.End);
            }
        }
    }
}
