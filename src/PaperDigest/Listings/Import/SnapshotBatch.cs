using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Some thousand lines of the snapshot, read: papers, each once, and what is none. It ends at a line's end.</summary>
internal sealed record SnapshotBatch(IReadOnlyList<IncomingPaper> Papers, IReadOnlyList<RejectedItem> Rejected)
{
    /// <summary>The papers at the same places, in case the catalogue lacks them.</summary>
    public required FreshPapers Fresh { get; init; }

    /// <summary>Bytes of the unpacked content, and lines, before the end of the batch.</summary>
    public required long BytesDone { get; init; }

    public required long LinesDone { get; init; }

    /// <summary>How far the file on disk had been read then.</summary>
    public required long BytesRead { get; init; }
}
