using Npgsql;
using PaperDigest.Database;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Database;

public sealed class SchemaTests(PostgresServer server)
{
    [Fact]
    public async Task The_migrations_give_exactly_the_models_schema()
    {
        var migrated = await server.CopyAsync(TestContext.Current.CancellationToken);
        var modelled = server.ConnectionTo("pdtest_modelled");
        await using (var db = new PaperDigestDb(Schema.Options(modelled))) await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await DescribeAsync(modelled), await DescribeAsync(migrated));
    }

    [Fact]
    public async Task Four_processes_that_migrate_one_absent_database_at_once_leave_it_migrated()
    {
        var target = server.ConnectionTo("pdtest_raced");
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Schema.MigrateAsync(target, TestContext.Current.CancellationToken)));

        Assert.Single(applied, names => names.Count > 0);
    }

    /// <summary>Extensions, columns, constraints and indexes of the schema <c>public</c>, one a line; the order of columns does not matter.</summary>
    private static async Task<string> DescribeAsync(string connectionString)
    {
        const string sql =
            """
            SELECT 'extension ' || extname FROM pg_extension
            UNION ALL
            SELECT format('column %s.%s %s notnull=%s identity=%s generated=%s default=%s collation=%s', c.relname, a.attname,
                format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid), l.collname)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
            WHERE n.nspname = 'public' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '__EFMigrationsHistory'
            UNION ALL
            SELECT format('constraint %s %s %s', t.relname, k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = 'public' AND t.relname <> '__EFMigrationsHistory'
            UNION ALL
            SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relname <> '__EFMigrationsHistory'
            """;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
