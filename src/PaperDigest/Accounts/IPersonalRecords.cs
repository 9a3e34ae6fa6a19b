using Npgsql;

namespace PaperDigest.Accounts;

/// <summary>
/// What one slice keeps of a person. A slice that stores anything by account or visitor registers one of these for each table,
/// <c>services.AddSingleton&lt;IPersonalRecords, SavedPapers&gt;()</c>, and has then taken part in three things: a visitor's
/// records become the account's at sign-in, all of it is in the file at <c>/account/data</c>, and it goes with the account.
/// </summary>
internal interface IPersonalRecords
{
    /// <summary>What the records are called in the export, in snake_case: "votes".</summary>
    string Name { get; }

    /// <summary>Everything that is kept of the person, as System.Text.Json writes it (names become snake_case).</summary>
    Task<object> ExportAsync(Person person, CancellationToken cancel);

    /// <summary>
    /// Deletes what is kept of the person, or leaves it without a name where others build on it. Runs on the connection of the
    /// transaction that deletes the account, before it is deleted; done twice it changes nothing more.
    /// </summary>
    Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel);

    /// <summary>
    /// Makes what the visitor did on this browser the account's, each thing once; on the connection of one transaction for all
    /// slices. Nothing to do for what only accounts have.
    /// </summary>
    Task TakeOverAsync(NpgsqlConnection connection, TakeOver visitor, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>Whose records are meant.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Email">The address that the account signs in with.</param>
/// <param name="PublicName">What others see; null while none was chosen.</param>
internal sealed record Person(Guid Id, string Email, string? PublicName);

/// <summary>That a visitor signed in: what was <paramref name="Visitor"/>'s becomes <paramref name="Account"/>'s.</summary>
internal sealed record TakeOver(Guid Visitor, Guid Account, DateTimeOffset At);
