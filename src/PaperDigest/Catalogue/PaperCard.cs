using Npgsql;

namespace PaperDigest.Catalogue;

/// <summary>What a list shows of a paper.</summary>
public sealed record PaperCard(string ArxivId, string Title, IReadOnlyList<string> FirstAuthors, int AuthorCount)
{
    /// <summary>Of the authors, as many as a list names; the others are counted.</summary>
    public const int AuthorsNamed = 3;

    /// <summary>The columns that <see cref="Read"/> expects first in a row, of <c>papers p</c>.</summary>
    internal const string Columns =
        """
        p.arxiv_id, p.title, p.authors[1:3], cardinality(p.authors), p.summary, p.abstract, p.categories,
        p.vote_count, p.outside_votes, p.outside_comments, p.first_listed,
        (SELECT ARRAY[coalesce(l.code_url, o.code_url), CASE WHEN coalesce(l.code_url, o.code_url) = o.code_url THEN o.code_stars::text END, coalesce(l.project_url, o.project_url)] || o.keywords[1:3]
         FROM (SELECT code_url, project_url FROM paper_links WHERE arxiv_id = p.arxiv_id ORDER BY set_at DESC LIMIT 1) l
         FULL JOIN (SELECT * FROM outside_papers WHERE arxiv_id = p.arxiv_id) o ON true),
        EXISTS (SELECT FROM paper_versions v WHERE v.arxiv_id = p.arxiv_id AND v.version = 1 AND v.listed_on = p.first_listed),
        p.comment_count
        """;

    /// <summary>How many columns <see cref="Columns"/> names; a query's own begin here.</summary>
    internal const int ColumnCount = 14;

    /// <summary>The paper in a sentence or two; empty when neither summary nor abstract is known.</summary>
    public string KeySentence { get; init; } = "";

    /// <summary>What else the abstract says, after the key sentence where that begins it; empty when there is no more.</summary>
    public string Rest => Abstract.StartsWith(KeySentence, StringComparison.Ordinal) ? Abstract[KeySentence.Length..].TrimStart() : Abstract;

    /// <summary>In one line, whatever its paragraphs.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>arXiv categories; the first is the primary one.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public int VotesHere { get; init; }
    public int OutsideVotes { get; init; }
    public int OutsideComments { get; init; }
    public int CommentsHere { get; init; }

    /// <summary>Comments here and elsewhere.</summary>
    public int Comments => CommentsHere + OutsideComments;

    public DateOnly FirstListed { get; init; }

    /// <summary>Its code, project and keywords; null when no other site was asked of it.</summary>
    public OutsideLinks? Outside { get; init; }

    /// <summary>Whether a listing of that day is known to have announced it; an estimate otherwise.</summary>
    public bool IsListed { get; init; }

    internal static PaperCard Read(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetInt32(3))
        {
            KeySentence = Catalogue.KeySentence.Of(row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5)),
            Abstract = Catalogue.KeySentence.Flat(row.GetString(5)),
            Categories = row.GetFieldValue<string[]>(6),
            VotesHere = row.GetInt32(7),
            OutsideVotes = row.GetInt32(8),
            OutsideComments = row.GetInt32(9),
            FirstListed = row.GetFieldValue<DateOnly>(10),
            Outside = row.IsDBNull(11) ? null : OutsideLinks.Read(row.GetFieldValue<string?[]>(11)),
            IsListed = row.GetBoolean(12),
            CommentsHere = row.GetInt32(13),
        };
}
