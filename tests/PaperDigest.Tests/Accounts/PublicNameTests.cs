using PaperDigest.Accounts;

namespace PaperDigest.Tests.Accounts;

public sealed class PublicNameTests
{
    [Theory]
    [InlineData("ada", "ada", "ada")]
    [InlineData("  Ada_Lovelace-1815 ", "Ada_Lovelace-1815", "ada_lovelace-1815")]
    [InlineData("@grace", "grace", "grace")]
    [InlineData("Erdo\u030Bs", "Erd\u0151s", "erd\u0151s")]
    [InlineData("Ｍａｘ", "Ｍａｘ", "max")]
    [InlineData("हिन्दी", "हिन्दी", "हिन्दी")]
    [InlineData("王小云", "王小云", "王小云")]
    public void Letters_of_any_script_make_a_name(string typed, string text, string key)
    {
        var (name, problem) = PublicName.Read(typed, "PaperDigest");
        Assert.Null(problem);
        Assert.Equal((text, key), (name!.Text, name.Key));
    }

    [Theory]
    [InlineData("", "Type a name.")]
    [InlineData("a", "at least 2")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcde", "at most 30")]
    [InlineData("ada lovelace", "only letters")]
    [InlineData("ada.lovelace", "only letters")]
    [InlineData("ada/../admin", "only letters")]
    [InlineData("ada\u200Dlove", "only letters")]
    [InlineData("_ada", "begins with")]
    [InlineData("\u0301ada", "begins with")]
    [InlineData("p\u0430per", "one alphabet")]
    [InlineData("Admin", "kept for the site")]
    [InlineData("ad-min", "kept for the site")]
    [InlineData("CURATOR", "kept for the site")]
    [InlineData("paper_digest", "kept for the site")]
    [InlineData("Our-Lab", "kept for the site")]
    public void What_cannot_be_a_name_is_told_why(string typed, string why) =>
        Assert.Contains(why, PublicName.Read(typed, "Our Lab").Problem, StringComparison.Ordinal);
}
