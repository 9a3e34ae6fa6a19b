using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PaperDigest.Database;

/// <summary>
/// Names everything in the schema in snake_case, so that SQL by hand needs no quotes, and stores enums as snake_case words:
/// readable in psql, and free to be reordered in code.
/// </summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.GetColumnName()));
                if (Enum(property.ClrType) is { } type)
                    property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(SnakeCaseEnum<>).MakeGenericType(type))!);
            }
            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Snake(key.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static Type? Enum(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.IsEnum ? inner : null;
    }
}

/// <summary>An enum as its snake_case name.</summary>
internal sealed class SnakeCaseEnum<T>() : ValueConverter<T, string>(
    value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()),
    text => Enum.Parse<T>(text.Replace("_", ""), ignoreCase: true))
    where T : struct, Enum;
