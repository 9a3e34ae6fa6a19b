namespace PaperDigest.Listings;

/// <summary>
/// How far a file has been taken in. The row moves in the transaction that stores the papers, so that whatever ends an import, the
/// next one goes on where the catalogue stands.
/// </summary>
public sealed class ImportCursor
{
    /// <summary>Tells the file by its content, under whatever name.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The file's name when it was last given.</summary>
    public required string Name { get; set; }

    /// <summary>Bytes of the unpacked content that are in, up to the end of a line.</summary>
    public long BytesDone { get; set; }

    public long LinesDone { get; set; }
    public long NewCount { get; set; }
    public long ReplacedCount { get; set; }
    public long EditedCount { get; set; }
    public long UnchangedCount { get; set; }
    public long RejectedCount { get; set; }

    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset MovedAt { get; set; }

    /// <summary>Null while there is more to take in. A finished file that is given again is read again from its beginning.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
