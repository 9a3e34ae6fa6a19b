using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Search;

/// <summary>Reads from the catalogue what the index holds of it, in pages that bound the memory, by indexes only.</summary>
internal sealed class CatalogueReader(NpgsqlDataSource database)
{
    /// <summary>Papers a page; at some 2 kB each.</summary>
    public const int PageLength = 2_000;

    private const string Columns = "arxiv_id, title, abstract, authors, changed_at";

    /// <summary>The papers whose ids come after <paramref name="after"/>, in the order of their ids. By the primary key.</summary>
    public Task<List<IndexedPaper>> ReadAfterAsync(string after, CancellationToken cancel) => ReadAsync(
        $"SELECT {Columns} FROM papers WHERE arxiv_id > @after ORDER BY arxiv_id LIMIT {PageLength}",
        command => command.Parameters.AddWithValue("after", after), ReadPaper, cancel);

    /// <summary>Those of the papers that are there. By the primary key.</summary>
    public Task<List<IndexedPaper>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) => ReadAsync(
        $"SELECT {Columns} FROM papers WHERE arxiv_id = ANY(@ids)",
        command => command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Text, ids.ToArray()), ReadPaper, cancel);

    /// <summary>The ids and stamps that come after an id, in their order. By the primary key.</summary>
    public Task<List<PaperStamp>> StampsAfterAsync(string after, CancellationToken cancel) => ReadAsync(
        $"SELECT arxiv_id, changed_at FROM papers WHERE arxiv_id > @after ORDER BY arxiv_id LIMIT {PageLength}",
        command => command.Parameters.AddWithValue("after", after), ReadStamp, cancel);

    /// <summary>The ids and stamps of what changed after <paramref name="after"/>, in that order. By ix_papers_changed_at_arxiv_id alone.</summary>
    public Task<List<PaperStamp>> ChangedAfterAsync(PaperStamp after, CancellationToken cancel) => ReadAsync(
        $"SELECT arxiv_id, changed_at FROM papers WHERE (changed_at, arxiv_id) > (@at, @after) ORDER BY changed_at, arxiv_id LIMIT {PageLength}",
        command =>
        {
            command.Parameters.AddWithValue("after", after.ArxivId);
            command.Parameters.AddWithValue("at", new DateTime(after.Stamp, DateTimeKind.Utc));
        },
        ReadStamp, cancel);

    /// <summary>The newest papers, one after the other as they come from the database. By ix_papers_first_listed_arxiv_id.</summary>
    public async IAsyncEnumerable<IndexedPaper> ReadNewestAsync(int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM papers ORDER BY first_listed DESC, arxiv_id DESC LIMIT @most");
        command.Parameters.AddWithValue("most", most);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) yield return ReadPaper(rows);
    }

    private async Task<List<T>> ReadAsync<T>(string sql, Action<NpgsqlCommand> fill, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        fill(command);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }

    private static IndexedPaper ReadPaper(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2))
    {
        Authors = row.GetFieldValue<string[]>(3), Stamp = row.GetDateTime(4).Ticks,
    };

    private static PaperStamp ReadStamp(NpgsqlDataReader row) => new(row.GetString(0), row.GetDateTime(1).Ticks);
}

/// <summary>A paper's id and the ticks of when it last changed.</summary>
internal readonly record struct PaperStamp(string ArxivId, long Stamp);
