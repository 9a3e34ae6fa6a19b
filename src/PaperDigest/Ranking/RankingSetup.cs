using PaperDigest.Hosting;

namespace PaperDigest.Ranking;

/// <summary>Registers what puts papers in order.</summary>
internal static class RankingSetup
{
    public static WebApplicationBuilder AddRanking(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<RankingOptions>("Ranking");
        builder.Services.AddSingleton<DayRanking>();
        builder.Services.AddSingleton<TrendingLists>();
        builder.Services.AddSingleton<RankedLists>();
        builder.Services.AddSingleton<PeriodQueries>();
        return builder;
    }
}
