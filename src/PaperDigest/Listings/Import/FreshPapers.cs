using Npgsql;
using PaperDigest.Catalogue;

namespace PaperDigest.Listings;

/// <summary>
/// Papers ready to be copied straight into the catalogue's tables, in case it lacks them: then nothing is to be merged, and a
/// temporary table would only be written and read once more.
/// </summary>
internal sealed class FreshPapers(DateTimeOffset now)
{
    private const string CopyPapers =
        """
        COPY papers (arxiv_id, title, abstract, authors, affiliations, categories, comments, doi, journal_ref, licence, report_no, submitter, version,
            is_withdrawn, recorded_on, first_listed, submitted_at, added_at, changed_at, search_text, vote_count, outside_votes, outside_comments,
            is_sample) FROM STDIN (FORMAT BINARY)
        """;

    private const string CopyVersions = "COPY paper_versions (arxiv_id, version, submitted_at, is_withdrawn) FROM STDIN (FORMAT BINARY)";
    private const string CopyCategories = "COPY paper_categories (category, arxiv_id, first_listed) FROM STDIN (FORMAT BINARY)";

    private readonly (CopyRows Rows, string Sql, List<Range> OfPapers)[] _tables =
        [(new CopyRows(), CopyPapers, []), (new CopyRows(), CopyVersions, []), (new CopyRows(), CopyCategories, [])];

    /// <summary>Adds a paper, at the place by which <see cref="CopyAsync"/> knows it.</summary>
    public void Add(IncomingPaper paper)
    {
        var starts = _tables.Select(t => t.Rows.Length).ToArray();
        AddPaper(_tables[0].Rows, paper);
        foreach (var version in paper.Versions) AddVersion(_tables[1].Rows, paper, version);
        foreach (var category in paper.Categories) AddCategory(_tables[2].Rows, paper, category);
        foreach (var ((rows, _, ofPapers), start) in _tables.Zip(starts)) ofPapers.Add(start..rows.Length);
    }

    /// <summary>Stores the papers at <paramref name="places"/>, in ascending order; the catalogue must have none of them.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<int> places, CancellationToken cancel)
    {
        foreach (var (rows, sql, ofPapers) in _tables) await rows.SendAsync(connection, sql, Joined(places.Select(place => ofPapers[place])), cancel);
    }

    /// <summary>Neighbours as one range: mostly that leaves one.</summary>
    private static List<Range> Joined(IEnumerable<Range> ranges)
    {
        var joined = new List<Range>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && joined[^1].End.Equals(range.Start)) joined[^1] = joined[^1].Start..range.End;
            else joined.Add(range);
        }
        return joined;
    }

    private void AddPaper(CopyRows row, IncomingPaper paper)
    {
        row.Begin(24);
        row.Add(paper.Id.ToString());
        row.Add(paper.Title);
        row.Add(paper.Abstract);
        row.Add(paper.Authors);
        row.Add(paper.Affiliations);
        row.Add(paper.Categories);
        row.Add(paper.Comments);
        row.Add(paper.Doi);
        row.Add(paper.JournalRef);
        row.Add(paper.Licence);
        row.Add(paper.ReportNo);
        row.Add(paper.Submitter);
        row.Add(paper.Version);
        row.Add(paper.IsWithdrawn);
        row.Add(paper.RecordedOn);
        row.Add(paper.FirstListed);
        row.Add(paper.SubmittedAt);
        row.Add(now);
        row.Add(now);
        row.Add(SearchText.Of(paper.Title, paper.Authors));
        row.Add(0);
        row.Add(0);
        row.Add(0);
        row.Add(false);
    }

    private static void AddVersion(CopyRows row, IncomingPaper paper, KnownVersion version)
    {
        row.Begin(4);
        row.Add(paper.Id.ToString());
        row.Add(version.Number);
        row.Add(version.SubmittedAt);
        row.Add(version.IsWithdrawn);
    }

    private static void AddCategory(CopyRows row, IncomingPaper paper, string category)
    {
        row.Begin(3);
        row.Add(category);
        row.Add(paper.Id.ToString());
        row.Add(paper.FirstListed);
    }
}
