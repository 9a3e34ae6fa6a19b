using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>
/// What is trending at an instant: the papers of the days asked for by <see cref="TrendScore"/>, with a few places for new ones. The same
/// instant and what was stored by then give the same list, but for votes taken back since.
/// </summary>
internal sealed class TrendingLists(NpgsqlDataSource database, IOptions<RankingOptions> options)
{
    /// <summary>Papers with the most votes among which trending ones are sought.</summary>
    public const int Candidates = 1000;

    private readonly TrendHistories _histories = new(database);

    /// <summary>The whole list by score, at most <see cref="Candidates"/> papers.</summary>
    public async Task<IReadOnlyList<Trend>> ScoredAsync(RankedQuery query, CancellationToken cancel)
    {
        var window = query.Trending ?? throw new ArgumentException("The query is of a day's list.", nameof(query));
        var histories = await _histories.ReadAsync(await CandidatesAsync(query, cancel), window.At, cancel);
        return TrendScore.InOrder(options.Value.CodeStars ? histories : histories.Select(h => h with { Stars = 0 }), window);
    }

    /// <summary>The list as it is shown: by score, with places for new papers.</summary>
    public async Task<IReadOnlyList<Trend>> ShownAsync(RankedQuery query, CancellationToken cancel)
    {
        var ranked = await ScoredAsync(query, cancel);
        // What came since somebody's last visit is all new.
        if (ranked.Count == 0 || query.CameAfter is not null) return ranked;
        var known = ranked.ToDictionary(t => t.ArxivId);
        return FreshSlots.In(ranked, (await FreshAsync(query, cancel)).Select(t => known.GetValueOrDefault(t.ArxivId, t)));
    }

    private async Task<IReadOnlyList<TrendCandidate>> CandidatesAsync(RankedQuery query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        RankedRows.Bind(query, command);
        command.Parameters.AddWithValue("most", Candidates);
        command.CommandText =
            $"""
            SELECT p.arxiv_id, p.first_listed, p.outside_votes, p.outside_comments, p.comment_count > 0
            FROM {RankedRows.Sql} JOIN papers p USING (arxiv_id)
            WHERE {FilterSql.Of(query.Filter, command)} AND p.vote_count + p.outside_votes > 0
            ORDER BY p.vote_count + p.outside_votes DESC, p.first_listed DESC, p.arxiv_id DESC LIMIT @most
            """;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var papers = new List<TrendCandidate>();
        while (await rows.ReadAsync(cancel))
        {
            papers.Add(new TrendCandidate(rows.GetString(0), rows.GetFieldValue<DateOnly>(1))
            {
                OutsideVotes = rows.GetInt32(2), OutsideComments = rows.GetInt32(3), HasComments = rows.GetBoolean(4),
            });
        }
        return papers;
    }

    private async Task<IReadOnlyList<Trend>> FreshAsync(RankedQuery query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        RankedRows.Bind(query, command);
        command.Parameters.AddWithValue("few", FreshSlots.FewVotes);
        command.Parameters.AddWithValue("draw", NpgsqlDbType.Text, FreshSlots.Draw(query.Trending!.At));
        command.Parameters.AddWithValue("most", FreshSlots.Drawn);
        // The range of the key that is one day's list: some thousand rows.
        command.CommandText =
            $"""
            SELECT p.arxiv_id, p.first_listed, p.vote_count, p.outside_votes FROM ranked_papers r JOIN papers p USING (arxiv_id)
            WHERE r.date = @until AND p.first_listed = @until AND p.vote_count + p.outside_votes < @few AND {FilterSql.Of(query.Filter, command)}
            ORDER BY md5(@draw || p.arxiv_id), p.arxiv_id LIMIT @most
            """;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var papers = new List<Trend>();
        while (await rows.ReadAsync(cancel))
        {
            papers.Add(new Trend(rows.GetString(0), 0, query.Trending)
            {
                Votes = rows.GetInt32(2), OutsideVotes = rows.GetInt32(3),
                AgeHours = Math.Max(0, TrendSignals.Age(rows.GetFieldValue<DateOnly>(1), query.Trending.At)),
            });
        }
        return papers;
    }
}
