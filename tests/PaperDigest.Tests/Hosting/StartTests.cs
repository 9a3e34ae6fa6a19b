using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PaperDigest.Hosting;

namespace PaperDigest.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void A_switch_is_on_unless_it_says_false(string? value, bool on) => Assert.Equal(on, With("Jobs:Enabled", value).IsOn("Jobs:Enabled"));

    [Fact]
    public void A_switch_that_says_neither_stops_the_start_and_names_its_key()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => With("Jobs:Enabled", "maybe").IsOn("Jobs:Enabled"));
        Assert.Contains("Jobs__Enabled", refusal.Message, StringComparison.Ordinal);
    }

    private static IConfiguration With(string key, string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
}
