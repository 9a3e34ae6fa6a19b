namespace PaperDigest.Listings;

/// <summary>
/// The statements of a <see cref="ListingTransaction"/> beside those of <see cref="PaperMerge"/>, in the order in which they run. They
/// read the temporary table <c>incoming</c> and find stored rows by primary key; each touches only rows that change.
/// </summary>
internal static class ListingSql
{
    /// <summary>The lock goes with the transaction, however that ends.</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(hashtext('paperdigest.listings'))";

    /// <summary>
    /// OAI-PMH gives every record that changed on a day. One whose version this category listed before was changed, not announced:
    /// its details are taken, and no entry made. The same goes for a day that is known exactly, from the feed. By
    /// ix_listing_entries_arxiv_id.
    /// </summary>
    public const string LeaveOutListedBefore =
        """
        UPDATE incoming i SET announced = false
        WHERE EXISTS (SELECT FROM listings WHERE date = @date AND category = @category AND source = 'feed') OR EXISTS (
            SELECT FROM listing_entries e
            WHERE e.arxiv_id = i.arxiv_id AND e.category = @category AND e.date < @date AND e.version >= i.version)
        """;

    /// <summary>What records alone told of a day that a feed now tells exactly was filled in, as it would have been after the feed.</summary>
    public const string MarkRebuiltLeftOut =
        """
        UPDATE listing_entries e SET filled_in = true
        WHERE e.date = @date AND e.category = @category AND @source = 'feed'
            AND EXISTS (SELECT FROM listings WHERE date = @date AND category = @category AND source = 'oai')
            AND NOT EXISTS (SELECT FROM incoming i WHERE i.arxiv_id = e.arxiv_id)
        """;

    /// <summary>A feed knows what was announced: it takes the place of a reconstruction, never the other way round.</summary>
    public const string StoreListing =
        """
        INSERT INTO listings AS l (date, category, source, fetched_at, entry_count)
        SELECT @date, @category, @source, @now, 0 WHERE EXISTS (SELECT FROM incoming WHERE announced)
        ON CONFLICT (date, category) DO UPDATE SET source = excluded.source, fetched_at = excluded.fetched_at
        WHERE l.source = 'oai' AND excluded.source = 'feed'
        """;

    public const string StoreQuiet =
        """
        INSERT INTO listings (date, category, source, fetched_at, entry_count) VALUES (@date, @category, @source, @now, 0)
        ON CONFLICT (date, category) DO NOTHING
        """;

    public const string StoreEntries =
        """
        INSERT INTO listing_entries AS e (date, category, arxiv_id, section, version, position)
        SELECT @date, @category, arxiv_id, section, version, position FROM incoming WHERE announced ORDER BY arxiv_id
        ON CONFLICT (date, category, arxiv_id) DO UPDATE
        SET section = excluded.section, version = excluded.version, position = excluded.position, filled_in = false
        WHERE (e.section, e.version, e.filled_in) IS DISTINCT FROM (excluded.section, excluded.version, false)
        RETURNING section
        """;

    /// <summary>Those that this category announced by then, on this day or an earlier one, give their details only. By ix_listing_entries_arxiv_id.</summary>
    public const string LeaveOutListed =
        """
        UPDATE incoming i SET announced = false
        WHERE EXISTS (
            SELECT FROM listing_entries e
            WHERE e.arxiv_id = i.arxiv_id AND e.category = @category AND e.date <= @date AND e.version >= i.version)
        """;

    /// <summary>Behind the listing as its source gave it.</summary>
    public const string FillIn =
        """
        INSERT INTO listing_entries (date, category, arxiv_id, section, version, position, filled_in)
        SELECT @date, @category, arxiv_id, section, version,
            (SELECT coalesce(max(position), 0) FROM listing_entries WHERE date = @date AND category = @category) + row_number() OVER (ORDER BY position),
            true
        FROM incoming WHERE announced
        ON CONFLICT (date, category, arxiv_id) DO NOTHING
        RETURNING section
        """;

    public const string CountListing =
        """
        UPDATE listings SET entry_count = (SELECT count(*) FROM listing_entries WHERE date = @date AND category = @category)
        WHERE date = @date AND category = @category
        """;

    public const string CountMissing =
        """
        SELECT count(*) FROM listing_entries e
        WHERE e.date = @date AND e.category = @category AND NOT e.filled_in AND NOT EXISTS (SELECT FROM incoming i WHERE i.arxiv_id = e.arxiv_id)
        """;

    /// <summary>
    /// A paper counts once a day: as new where any category announced it so, before cross-listed, before replaced. A ranking that was
    /// made while this transaction ran has not seen it, so the change must be later than that.
    /// </summary>
    public const string CountDay =
        """
        INSERT INTO listing_days AS d (date, announced_at, new_count, cross_count, replaced_count, is_sample, changed_at)
        SELECT @date, @announced, count(*) FILTER (WHERE place = 0), count(*) FILTER (WHERE place = 1), count(*) FILTER (WHERE place = 2), @sample, @now
        FROM (
            SELECT min(CASE section WHEN 'new' THEN 0 WHEN 'cross' THEN 1 ELSE 2 END) AS place
            FROM listing_entries WHERE date = @date GROUP BY arxiv_id) AS papers
        ON CONFLICT (date) DO UPDATE SET
            new_count = excluded.new_count, cross_count = excluded.cross_count, replaced_count = excluded.replaced_count,
            changed_at = greatest(excluded.changed_at, d.ranked_at + interval '1 microsecond')
        """;

    public const string DropIncoming = "DROP TABLE incoming";

    /// <summary>A look at a table of some thousand days, of which the sample's are the only ones while it is there.</summary>
    public const string HasSample = "SELECT EXISTS (SELECT FROM listing_days WHERE is_sample)";

    public const string HasRealPapers =
        "SELECT EXISTS (SELECT FROM papers WHERE NOT is_sample LIMIT 1) OR EXISTS (SELECT FROM listing_days WHERE NOT is_sample)";

    /// <summary>Entries, categories, versions, votes and ranks go with their papers. By ix_papers_sample.</summary>
    public const string RemoveSample =
        """
        DELETE FROM papers WHERE is_sample;
        DELETE FROM listings WHERE source = 'sample';
        DELETE FROM listing_days WHERE is_sample;
        """;
}
