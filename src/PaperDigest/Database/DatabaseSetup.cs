using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperDigest.Database;

/// <summary>Finds or starts the database, and registers what reads and writes it.</summary>
internal static class DatabaseSetup
{
    /// <summary>
    /// Uses <c>ConnectionStrings:PaperDigest</c> where it is set; otherwise joins the embedded server in <c>Data:Directory</c>
    /// for as long as the application lives. The schema is brought up to date in both cases.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">With what is wrong, for the operator.</exception>
    public static async Task<WebApplicationBuilder> AddDatabaseAsync(this WebApplicationBuilder builder, CancellationToken cancel)
    {
        var connectionString = builder.Configuration.GetConnectionString("PaperDigest");
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            var server = await JoinAsync(DataFolder.Of(builder.Configuration).Path, cancel);
            // Held as long as the application is; its lock goes with the process, whichever way that ends.
            builder.Services.AddSingleton(server);
            connectionString = server.ConnectionString;
        }
        await MigrateAsync(connectionString, cancel);
        // By a factory: what the container made it also closes.
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton<DbDataSource>(services => services.GetRequiredService<NpgsqlDataSource>());
        builder.Services.AddDbContextFactory<PaperDigestDb>((services, options) =>
            options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()));
        return builder;
    }

    private static async Task<EmbeddedPostgres> JoinAsync(string folder, CancellationToken cancel)
    {
        try
        {
            return await EmbeddedPostgres.JoinAsync(folder, "", cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The data folder {folder} (Data__Directory) cannot be used: {e.Message}", e);
        }
    }

    private static async Task MigrateAsync(string connectionString, CancellationToken cancel)
    {
        var target = Read(connectionString);
        try
        {
            await Schema.MigrateAsync(connectionString, cancel);
        }
        catch (NpgsqlException e)
        {
            throw new DatabaseUnavailableException(
                $"The database {target.Database} on {target.Host} (ConnectionStrings__PaperDigest) could not be used: {e.Message}", e);
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            // Without the cause's own words: they repeat what was given, and with it the password.
            throw new DatabaseUnavailableException(
                "ConnectionStrings__PaperDigest is not a connection string such as Host=localhost;Database=paperdigest;Username=paperdigest.", e);
        }
    }
}
