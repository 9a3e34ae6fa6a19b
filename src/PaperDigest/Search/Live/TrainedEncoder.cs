namespace PaperDigest.Search;

/// <summary>An encoder as it is kept in the database: one row, replaced by the next training.</summary>
public sealed class TrainedEncoder
{
    /// <summary>Always 1: there is one.</summary>
    public int Id { get; set; } = 1;

    public DateTimeOffset TrainedAt { get; set; }

    /// <summary>How many papers the catalogue had then.</summary>
    public int PaperCount { get; set; }

    /// <summary>The model (<see cref="EncoderFile"/>): some ten megabytes.</summary>
    public required byte[] Model { get; set; }
}
