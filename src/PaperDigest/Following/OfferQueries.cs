using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Following;

/// <summary>
/// Reads from the lists of the last days what a reader's follows match. What it costs depends on these days' length, some ten
/// thousand papers at most, and not on the catalogue.
/// </summary>
internal sealed class OfferQueries(NpgsqlDataSource database)
{
    /// <summary>Days before the latest list, over which weekends and holidays pass.</summary>
    private const int Days = 7;

    /// <summary>As long as the lists of so many days may be together; a week of all of arXiv is shorter.</summary>
    private const int MostRecent = 20_000;

    // A range of the primary key of ranked_papers, then papers by theirs; authors by a range of pk_paper_authors each, categories by one
    // of ix_paper_categories_category_first_listed_arxiv_id each, over three weeks: what is listed again later is no news. The texts of
    // the days are read only for who follows words, once for all of these (a tenth of the time that folding the texts takes), and
    // those that have any once for each.
    private const string Sql =
        """
        WITH latest AS MATERIALIZED (SELECT max(date) AS day FROM listing_days WHERE ranked_at IS NOT NULL),
        recent AS MATERIALIZED (
            SELECT r.arxiv_id, max(r.date) AS listed FROM ranked_papers r
            WHERE r.date > (SELECT day FROM latest) - @days GROUP BY r.arxiv_id LIMIT @most),
        by_author AS (
            SELECT a.arxiv_id, array_agg(a.author) AS names FROM paper_authors a
            WHERE a.author = ANY (@authors) AND a.first_listed > (SELECT day FROM latest) - 3 * @days GROUP BY a.arxiv_id),
        by_category AS (
            SELECT c.arxiv_id, array_agg(c.category) AS names FROM paper_categories c
            WHERE c.category = ANY (@categories) AND c.first_listed > (SELECT day FROM latest) - 3 * @days GROUP BY c.arxiv_id),
        by_words AS (
            SELECT t.arxiv_id, array_agg(w.words) AS names
            FROM (SELECT * FROM (SELECT p.arxiv_id, p.title || ' ' || p.abstract AS text FROM recent JOIN papers p USING (arxiv_id) WHERE @any <> '' OFFSET 0) a
                  WHERE a.text ~* @any OFFSET 0) t
            JOIN unnest(@words, @patterns) AS w (words, pattern) ON t.text ~* w.pattern
            GROUP BY t.arxiv_id)
        SELECT r.arxiv_id, r.listed, p.vote_count + p.outside_votes, a.names, c.names, w.names
        FROM recent r JOIN papers p USING (arxiv_id)
        LEFT JOIN by_author a USING (arxiv_id) LEFT JOIN by_category c USING (arxiv_id) LEFT JOIN by_words w USING (arxiv_id)
        WHERE (a.names IS NOT NULL OR c.names IS NOT NULL OR w.names IS NOT NULL OR r.arxiv_id = ANY (@others))
            AND NOT p.is_withdrawn
            AND NOT EXISTS (SELECT FROM hidden_papers h WHERE h.reader_id = @reader AND h.arxiv_id = r.arxiv_id)
            AND NOT EXISTS (SELECT FROM saved_papers s WHERE s.reader_id = @reader AND s.arxiv_id = r.arxiv_id AND s.removed_at IS NULL)
            AND NOT (@unread AND EXISTS (SELECT FROM read_papers o WHERE o.reader_id = @reader AND o.arxiv_id = r.arxiv_id))
        """;

    /// <summary>The papers of the last days that match, without those that the reader hid or keeps, or has read where that is asked for.</summary>
    /// <param name="others">Papers for which there are other reasons; those of them that are of the last days come back without one.</param>
    public async Task<IReadOnlyList<Offer>> MatchesAsync(
        OfferChoice choice, IReadOnlyList<FollowSubject> follows, string[] others, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("reader", choice.Reader);
        command.Parameters.AddWithValue("unread", choice.UnreadOnly);
        command.Parameters.AddWithValue("days", Days);
        command.Parameters.AddWithValue("most", MostRecent);
        command.Parameters.AddWithValue("authors", NpgsqlDbType.Array | NpgsqlDbType.Text, Names(follows, FollowKind.Author));
        command.Parameters.AddWithValue("categories", NpgsqlDbType.Array | NpgsqlDbType.Text, Names(follows, FollowKind.Category));
        var words = Names(follows, FollowKind.Words);
        command.Parameters.AddWithValue("words", NpgsqlDbType.Array | NpgsqlDbType.Text, words);
        command.Parameters.AddWithValue("patterns", NpgsqlDbType.Array | NpgsqlDbType.Text, words.Select(w => Pattern([w])).ToArray());
        command.Parameters.AddWithValue("any", words.Length == 0 ? "" : Pattern(words));
        command.Parameters.AddWithValue("others", NpgsqlDbType.Array | NpgsqlDbType.Text, others);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var offers = new List<Offer>();
        while (await rows.ReadAsync(cancel))
        {
            Reason[] reasons = [.. Reasons(rows, 3, FollowKind.Author), .. Reasons(rows, 5, FollowKind.Words), .. Reasons(rows, 4, FollowKind.Category)];
            offers.Add(new Offer(rows.GetString(0), rows.GetFieldValue<DateOnly>(1), rows.GetInt32(2), reasons));
        }
        return offers;
    }

    /// <summary>A page of offers as cards, in their order.</summary>
    public async Task<IReadOnlyList<PaperCard>> CardsAsync(IReadOnlyList<string> arxivIds, CancellationToken cancel)
    {
        // By the primary key.
        await using var command = database.CreateCommand($"SELECT {PaperCard.Columns} FROM papers p WHERE p.arxiv_id = ANY (@ids)");
        command.Parameters.AddWithValue("ids", arxivIds.ToArray());
        var cards = new Dictionary<string, PaperCard>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var card = PaperCard.Read(rows);
            cards.Add(card.ArxivId, card);
        }
        return [.. arxivIds.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    /// <summary>A regular expression for any of some phrases, whatever stands between their words, also in the plural; they hold letters, digits and blanks only.</summary>
    private static string Pattern(IEnumerable<string> phrases) =>
        $@"\m({string.Join('|', phrases.Select(p => p.Replace(" ", "[^[:alnum:]]+", StringComparison.Ordinal)))})s?\M";

    private static string[] Names(IReadOnlyList<FollowSubject> follows, FollowKind kind) => [.. follows.Where(f => f.Kind == kind).Select(f => f.Name)];

    private static IEnumerable<Reason> Reasons(NpgsqlDataReader row, int column, FollowKind kind) =>
        row.IsDBNull(column) ? [] : row.GetFieldValue<string[]>(column).Select(name => FollowSubject.Of(kind, name)).OfType<FollowSubject>().Select(Reason.Follows);
}
