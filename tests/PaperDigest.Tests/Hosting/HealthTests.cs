using System.Net;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Hosting;

public sealed class HealthTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_site_with_a_database_is_live_and_ready(string path)
    {
        using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
