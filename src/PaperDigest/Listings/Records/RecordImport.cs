namespace PaperDigest.Listings;

/// <summary>
/// What storing records changed, in papers: not known before, in a newer version, with other details or an older version added, and
/// those of which not one row was written.
/// </summary>
internal sealed record RecordImport(int New, int Replaced, int Edited, int Unchanged)
{
    public static RecordImport operator +(RecordImport one, RecordImport other) =>
        new(one.New + other.New, one.Replaced + other.Replaced, one.Edited + other.Edited, one.Unchanged + other.Unchanged);
}
