using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Reads the snapshot batch by batch, from a place on. What it holds at a time is bounded by lines and by bytes.</summary>
internal sealed class SnapshotReader(ImportFile file, ImportPlace from, DateTimeOffset now)
{
    /// <summary>As many as make a transaction worth its while. Three batches are in memory at a time, some ten kilobytes a paper.</summary>
    public const int MostLines = 2_000;

    private const long MostBytes = 16 << 20;

    private readonly HashSet<ArxivId> _ids = [];
    private List<IncomingPaper> _papers = [];
    private List<RejectedItem> _rejected = [];
    private FreshPapers _fresh = new(now);
    private long _bytesDone = from.BytesDone;
    private long _linesDone = from.LinesDone;
    private (long Bytes, long Lines) _taken = (from.BytesDone, from.LinesDone);

    /// <summary>Whether the file ended within a line, as one does that was not downloaded to its end.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The batches in the order of the file.</summary>
    /// <exception cref="InvalidDataException">The packed file is damaged.</exception>
    public IEnumerable<SnapshotBatch> Batches(CancellationToken cancel)
    {
        using var content = file.Content(from.BytesDone);
        var lines = new LineReader(content);
        while (lines.TryRead(out var line))
        {
            cancel.ThrowIfCancellationRequested();
            var (record, rejected) = Read(line, lines);
            // The second of two lines about one paper waits for the next batch, which finds the first in the catalogue.
            if (record is not null && _ids.Contains(record.Id)) yield return Take();
            Add(record, rejected);
            _bytesDone = from.BytesDone + lines.BytesDone;
            if (_linesDone - _taken.Lines >= MostLines || _bytesDone - _taken.Bytes >= MostBytes) yield return Take();
        }
        if (_linesDone > _taken.Lines) yield return Take();
    }

    private (ArxivRecord? Record, RejectedItem? Rejected) Read(ReadOnlySpan<byte> line, LineReader lines)
    {
        if (lines.WasTooLong) return (null, KaggleSnapshot.Reject($"It is longer than {LineReader.LongestLine >> 20} MB.", line));
        if (line.TrimStart(" \t"u8).IsEmpty) return (null, null);
        var (record, rejected) = KaggleSnapshot.Read(line);
        if (rejected is null || !lines.WasOpen) return (record, rejected);
        IsCutOff = true;
        return (null, rejected with { Reason = "The file ends within this line." });
    }

    private void Add(ArxivRecord? record, RejectedItem? rejected)
    {
        _linesDone++;
        if (rejected is not null) _rejected.Add(rejected with { Excerpt = string.Create(CultureInfo.InvariantCulture, $"line {_linesDone}: {rejected.Excerpt}") });
        if (record is null) return;
        _ids.Add(record.Id);
        var paper = IncomingPaper.Of(record);
        _papers.Add(paper);
        _fresh.Add(paper);
    }

    private SnapshotBatch Take()
    {
        var batch = new SnapshotBatch(_papers, _rejected)
        {
            Fresh = _fresh, BytesDone = _bytesDone, LinesDone = _linesDone, BytesRead = file.BytesRead,
        };
        _ids.Clear();
        (_papers, _rejected, _fresh, _taken) = ([], [], new FreshPapers(now), (_bytesDone, _linesDone));
        return batch;
    }
}
