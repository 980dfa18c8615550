namespace Tracking.Simulator.Tests.Replay;

/// <summary>An invented folder of orders in which everything is wrong that is wrong in real ones.</summary>
internal sealed class QuirkyFolder : IDisposable
{
    public const string A = "aaaa0000000000000000000000000001";
    public const string B = "bbbb0000000000000000000000000002";
    public const string C = "cccc0000000000000000000000000003";
    public const string D = "dddd0000000000000000000000000004";

    public QuirkyFolder()
    {
        // Two sellers in one order; delivered before handed over; cancelled without approval; delivered without a
        // time; no items; no time at all. Times with T and with a blank.
        Write("orders.csv", """
            order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date
            "0123456789abcdef0000000000000000",x,delivered,2017-10-02 10:56:33,2017-10-02 11:07:15,2017-10-04 19:55:00,2017-11-20 12:00:00,2017-12-18 00:00:00
            1123456789abcdef0000000000000000,x,delivered,2018-01-02T10:00:00,2018-01-02T11:00:00,2018-01-09T10:00:00,2018-01-08T10:00:00,2018-02-01T00:00:00
            2123456789abcdef0000000000000000,x,canceled,2018-02-01T10:00:00,,,,2018-03-01T00:00:00
            3123456789abcdef0000000000000000,x,delivered,2018-03-01T10:00:00,2018-03-01T10:10:00,2018-03-02T10:00:00,,2018-04-01T00:00:00
            4123456789abcdef0000000000000000,x,unavailable,2018-03-01T10:00:00,,,,2018-04-01T00:00:00
            5123456789abcdef0000000000000000,x,created,,yesterday,,,2018-04-01T00:00:00
            """);
        Write("order_items.csv", $"""
            order_id,order_item_id,product_id,seller_id,price,freight_value
            0123456789abcdef0000000000000000,1,p1,{A},59.5,15.56
            0123456789abcdef0000000000000000,2,p-unknown,{A},10,1
            0123456789abcdef0000000000000000,3,p1,{B},59.5,15.56
            1123456789abcdef0000000000000000,1,p1,{A},59.5,15.56
            2123456789abcdef0000000000000000,1,p1,{A},59.5,15.56
            3123456789abcdef0000000000000000,1,p2,"{C}",,15.56
            5123456789abcdef0000000000000000,1,p1,{B},59.5,15.56
            ffffffffffffffff0000000000000000,1,p1,{B},59.5,15.56

            """);
        Write("products.csv", "\uFEFFproduct_id,product_category_name,product_weight_g\r\np1,\"beleza, \"\"saude\"\"\",175\r\np2,,0\r\n");
        Write("sellers.csv", $"\"seller_id\",\"seller_city\"\n\"{A}\",\"sao paulo\"\n{B},rio\n{C},x\n{D},x\n");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("tracking-olist-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);
}
