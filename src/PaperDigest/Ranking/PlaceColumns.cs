using Npgsql;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>Reads a place from a row.</summary>
internal static class PlaceColumns
{
    /// <summary>What <see cref="Read"/> expects in a row, of <c>ranked_papers r</c>.</summary>
    public const string Names =
        "r.date, r.arxiv_id, r.rank, r.section = 'cross', r.score, r.weighted_votes, r.votes, r.outside_votes, r.commenters, r.age_hours, r.is_curated";

    public const int Count = 11;

    /// <param name="first">The first of the columns.</param>
    public static RankedPaper Read(NpgsqlDataReader row, int first) => new()
    {
        Date = row.GetFieldValue<DateOnly>(first),
        ArxivId = row.GetString(first + 1),
        Rank = row.GetInt32(first + 2),
        Section = row.IsDBNull(first + 3) ? null : row.GetBoolean(first + 3) ? ListingSection.Cross : ListingSection.New,
        Score = row.GetDouble(first + 4),
        WeightedVotes = row.GetDouble(first + 5),
        Votes = row.GetInt32(first + 6),
        OutsideVotes = row.GetInt32(first + 7),
        Commenters = row.GetInt32(first + 8),
        AgeHours = row.GetDouble(first + 9),
        IsCurated = row.GetBoolean(first + 10),
    };
}
