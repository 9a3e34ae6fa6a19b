namespace PaperDigest.Catalogue;

/// <summary>A list that people made for a date: another site's is stored whole or not at all, our own grows by one paper at a time.</summary>
public sealed class CuratedListing
{
    public CuratedList List { get; set; }
    public DateOnly Date { get; set; }

    /// <summary>Entries stored; 0 when the site had nobody's choice for that date.</summary>
    public int EntryCount { get; set; }

    /// <summary>
    /// When it was last looked at. A recorded list, whose instant nobody knows, counts as seen at the beginning of its date, so
    /// that whatever was seen by ourselves is newer.
    /// </summary>
    public DateTimeOffset ObservedAt { get; set; }
}

/// <summary>The lists that are taken in.</summary>
public enum CuratedList
{
    /// <summary>Hugging Face's Daily Papers.</summary>
    HuggingFace,

    /// <summary>What people of this site put forward.</summary>
    Site,
}
