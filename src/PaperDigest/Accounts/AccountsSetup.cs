using Microsoft.AspNetCore.Identity;
using PaperDigest.Database;

namespace PaperDigest.Accounts;

/// <summary>Registers accounts: ASP.NET Core Identity without passwords, signed in by a one-time link.</summary>
internal static class AccountsSetup
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "pd_account";
            cookie.LoginPath = "/signin";
            cookie.AccessDeniedPath = "/signin";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
        });
        builder.Services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                // An account is named by its address, and addresses may hold an apostrophe and more.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<PaperDigestDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Curator, policy => policy.RequireRole(Policies.Curator))
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(Policies.Admin));
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<SignInLinks>();
        builder.Services.AddScoped<AccountBook>();
        return builder;
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        app.MapSignIn();
        return app;
    }
}
