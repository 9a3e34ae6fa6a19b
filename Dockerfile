# The site and the worker are one image; docker-compose.yml says which is which.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/PaperDigest/PaperDigest.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The listing day is a date in New York.
RUN apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# Logs, and mail when there is no mail server; the database is elsewhere.
RUN mkdir /data && chown app /data
ENV Data__Directory=/data ASPNETCORE_URLS=http://0.0.0.0:5080
USER app
EXPOSE 5080
ENTRYPOINT ["dotnet", "PaperDigest.dll"]
CMD ["serve"]
