using PaperDigest.Hosting.Verbs;

namespace PaperDigest.Tests.Hosting;

public sealed class VerbListTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("serve", "--no-jobs")]
    [InlineData("--no-jobs")]
    [InlineData("--Site:Name=Papers")]
    [InlineData("serve", "--no-jobs", "--environment=Development")]
    public void Serving_takes_its_option_and_settings(params string[] arguments)
    {
        var parsed = VerbList.Parse(arguments);
        Assert.Empty(parsed.Errors);
        Assert.Equal("serve", parsed.CommandResult.Command.Name);
    }

    [Theory]
    [InlineData("serve", "--nojobs")]
    [InlineData("--nojobs")]
    [InlineData("serve", "now")]
    [InlineData("serve", "--no-jobs=perhaps")]
    [InlineData("admin", "add", "you@example.org", "--role", "king")]
    [InlineData("admin", "add", "you@example.org", "--role", "reader")]
    public void What_it_does_not_know_is_a_bad_argument(params string[] arguments)
    {
        var errors = VerbList.Parse(arguments).Errors;
        Assert.NotEmpty(errors);
        Assert.DoesNotContain(errors, e => e.Message.Contains("PaperDigest.", StringComparison.Ordinal));
    }
}
