using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PaperDigest.Tests;

/// <summary>Who may use whom. Data goes one way; a slice that reaches back makes it a circle.</summary>
public sealed partial class SliceTests
{
    /// <summary>What each slice may use beside the database's context and the plumbing in <c>Hosting</c>. Pages (.razor) may read from any slice.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Catalogue"] = [],
        ["Mail"] = [],
        ["Accounts"] = ["Mail"],
        ["Community"] = ["Catalogue", "Accounts", "Mail"],
        ["Listings"] = ["Catalogue"],
        ["Ranking"] = ["Catalogue", "Community"],
        ["Search"] = ["Catalogue"],
        ["Following"] = ["Catalogue", "Accounts", "Community", "Search"],
        ["Submissions"] = ["Catalogue", "Listings", "Accounts", "Community"],
        ["Digests"] = ["Catalogue", "Ranking", "Accounts", "Mail"],
        ["Curation"] = ["Catalogue", "Ranking", "Accounts"],
    };

    private static readonly string[] ForAll = ["Database", "Hosting"];

    public static TheoryData<string> Slices => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Slices))]
    public void A_slice_uses_only_the_slices_before_it(string slice)
    {
        var offences =
            from file in Sources(slice)
            from used in Uses(file)
            where used != slice && !ForAll.Contains(used) && !Allowed[slice].Contains(used)
            select $"{slice}/{Path.GetFileName(file)} uses {used}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Every_folder_of_the_application_is_a_known_slice_or_surrounds_them()
    {
        string[] around = ["Api", "Database", "Hosting", "Site", "wwwroot"];
        var folders = Directory.GetDirectories(Root()).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj"));
        Assert.Empty(folders.Except([.. Allowed.Keys, .. around]));
    }

    [Fact]
    public void No_global_import_hides_what_a_page_uses() =>
        Assert.DoesNotContain("PaperDigest.", File.ReadAllText(Path.Combine(Root(), "_Imports.razor")), StringComparison.Ordinal);

    private static IEnumerable<string> Sources(string slice)
    {
        var folder = Path.Combine(Root(), slice);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories) : [];
    }

    // "using PaperDigest.Ranking;" and a name written out in full both count; Hosting.Jobs and Hosting.Verbs know the slices, so
    // no slice may know them.
    private static IEnumerable<string> Uses(string file) =>
        Reference().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct()
            .Where(name => name is not ("Sources" or "Smtp"))
            .Select(name => name is "Hosting.Jobs" or "Hosting.Verbs" ? name : name.Split('.')[0]);

    [GeneratedRegex(@"(?<!namespace )\bPaperDigest\.(Hosting\.Jobs|Hosting\.Verbs|[A-Z][A-Za-z]+)\b")]
    private static partial Regex Reference();

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/PaperDigest"));
}
