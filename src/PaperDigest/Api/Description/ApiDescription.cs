using System.Text.Json;

namespace PaperDigest.Api;

/// <summary>The site's own OpenAPI document, as the page <c>/api</c> shows it.</summary>
internal sealed class ApiDescription(IWebHostEnvironment environment)
{
    public const string Path = "/openapi/v1.json";

    private readonly Lazy<IReadOnlyList<Operation>> _operations = new(() => Read(environment));

    /// <summary>The operations in the document's order.</summary>
    public IReadOnlyList<Operation> Operations => _operations.Value;

    private static List<Operation> Read(IWebHostEnvironment environment)
    {
        using var file = environment.WebRootFileProvider.GetFileInfo(Path).CreateReadStream();
        using var document = JsonDocument.Parse(file);
        var shared = document.RootElement.GetProperty("components").GetProperty("parameters");
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value.GetProperty("summary").GetString()!)
               {
                   Group = operation.Value.GetProperty("tags")[0].GetString()!,
                   Example = operation.Value.TryGetProperty("x-example", out var example) ? example.GetString() : null,
                   Parameters = operation.Value.TryGetProperty("parameters", out var parameters)
                       ? [.. parameters.EnumerateArray().Select(p => Parameter(p, shared))]
                       : [],
               },
        ];
    }

    private static (string Name, string Description) Parameter(JsonElement parameter, JsonElement shared)
    {
        if (parameter.TryGetProperty("$ref", out var reference)) parameter = shared.GetProperty(reference.GetString()!.Split('/')[^1]);
        return (parameter.GetProperty("name").GetString()!, parameter.GetProperty("description").GetString()!);
    }

    /// <summary>One thing to ask.</summary>
    public sealed record Operation(string Method, string Path, string Summary)
    {
        public required string Group { get; init; }

        /// <summary>An address that shows it.</summary>
        public string? Example { get; init; }

        public required IReadOnlyList<(string Name, string Description)> Parameters { get; init; }
    }
}
