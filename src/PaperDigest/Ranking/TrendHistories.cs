using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Ranking;

/// <summary>Reads what votes and comments some papers gained up to an instant, in one round trip by keys.</summary>
internal sealed class TrendHistories(NpgsqlDataSource database)
{
    // A range of pk_votes for each paper. An hour is fine enough for half-lives of days, and keeps the rows few.
    private const string Votes =
        """
        SELECT arxiv_id, date_trunc('hour', cast_at, 'UTC') AS hour, count(*)::integer, sum(weight) FROM votes
        WHERE arxiv_id = ANY (@papers) AND cast_at <= @at GROUP BY arxiv_id, hour
        """;

    // A range of pk_vote_observations for each paper; the last look of each hour, of which a paper has some twenty on its day. Looks
    // after the instant tell only that the counts were seen to come.
    private const string Looks =
        """
        SELECT DISTINCT ON (arxiv_id, date_trunc('hour', observed_at, 'UTC'), observed_at <= @at) arxiv_id, observed_at, votes, comments, stars
        FROM vote_observations WHERE arxiv_id = ANY (@papers)
        ORDER BY arxiv_id, date_trunc('hour', observed_at, 'UTC'), observed_at <= @at DESC, observed_at DESC
        """;

    // By ix_curated_entries_arxiv_id_date.
    private const string Chosen =
        """
        SELECT arxiv_id, min(least(submitted_at, date::timestamp AT TIME ZONE 'UTC')) FROM curated_entries
        WHERE arxiv_id = ANY (@papers) AND list = 'hugging_face' GROUP BY arxiv_id
        """;

    // By ix_comments_shown. Who comments twice is one person, now as much as at the latest comment.
    private const string Commenters =
        """
        SELECT arxiv_id, max(created_at) FROM comments
        WHERE arxiv_id = ANY (@papers) AND state = 'shown' AND created_at <= @at GROUP BY arxiv_id, account_id
        """;

    /// <param name="papers">A few thousand at most.</param>
    public async Task<IReadOnlyList<TrendHistory>> ReadAsync(IReadOnlyList<TrendCandidate> papers, DateTimeOffset at, CancellationToken cancel)
    {
        if (papers.Count == 0) return [];
        var ids = papers.Select(p => p.ArxivId).ToArray();
        var batch = new ReadBatch(database);
        var votes = batch.Ask(Votes, r => (Paper: r.GetString(0), Gain: VoteGains.OfHour(r.GetFieldValue<DateTimeOffset>(1), at, (r.GetInt32(2), r.GetDouble(3)))), ("papers", ids), ("at", at));
        var looks = batch.Ask(Looks, Look, ("papers", papers.Where(p => p.OutsideVotes > 0 || p.OutsideComments > 0).Select(p => p.ArxivId).ToArray()), ("at", at));
        var chosen = batch.Ask(Chosen, r => (Paper: r.GetString(0), At: r.GetFieldValue<DateTimeOffset>(1)), ("papers", ids));
        var talkers = batch.Ask(Commenters, r => (Paper: r.GetString(0), At: r.GetFieldValue<DateTimeOffset>(1)),
            ("papers", papers.Where(p => p.HasComments).Select(p => p.ArxivId).ToArray()), ("at", at));
        await batch.ReadAsync(cancel);

        var (votesOf, looksOf, talkersOf) = (votes.ToLookup(v => v.Paper), looks.ToLookup(l => l.Paper), talkers.ToLookup(t => t.Paper));
        var chosenAt = chosen.ToDictionary(c => c.Paper, c => c.At);
        return [.. papers.Select(p => new TrendHistory(p.ArxivId, p.FirstListed)
        {
            Votes = [.. votesOf[p.ArxivId].Select(v => v.Gain)],
            OutsideVotes = Outside(p, p.OutsideVotes, [.. Seen(p).Select(l => (l.At, l.Votes))]),
            Commenters = [.. talkersOf[p.ArxivId].Select(t => new Gain(t.At, t.At, 1, 1)), .. Outside(p, p.OutsideComments, [.. Seen(p).Select(l => (l.At, l.Comments))])],
            Stars = VoteGains.Stars(at, [.. Seen(p).Where(l => l.Stars is not null).Select(l => (l.At, l.Stars!.Value))]),
        })];

        IEnumerable<(string Paper, DateTimeOffset At, int Votes, int Comments, int? Stars)> Seen(TrendCandidate paper) => looksOf[paper.ArxivId].Where(l => l.At <= at);

        IReadOnlyList<Gain> Outside(TrendCandidate paper, int count, IReadOnlyList<(DateTimeOffset At, int Count)> seen)
        {
            var listed = new DateTimeOffset(paper.FirstListed, TimeOnly.MinValue, TimeSpan.Zero);
            if (seen.Count > 0) return VoteGains.Between(chosenAt.GetValueOrDefault(paper.ArxivId, listed), seen);
            // Of counts without a look, as those of the sample, it is only known that they are not older than the paper.
            return count == 0 || looksOf.Contains(paper.ArxivId) ? [] : [new Gain(listed, listed, count, count)];
        }
    }

    private static (string Paper, DateTimeOffset At, int Votes, int Comments, int? Stars) Look(NpgsqlDataReader row) =>
        (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4));
}
