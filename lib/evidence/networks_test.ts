import { deepStrictEqual } from "node:assert/strict";
import { Exposition } from "./exposition.ts";
import { parseEndpointShards, parseNetworkz } from "./networks.ts";
import { forgottenClusters, parseClusterz } from "./remote_clusters.ts";

Deno.test("parseNetworkz() reads gateways, and the null of a mesh without any", () => {
  const gateway = { Network: "net-2", Cluster: "west", Addr: "203.0.113.7", Port: 15443 };
  deepStrictEqual(parseNetworkz(JSON.stringify([gateway])), [
    { network: "net-2", cluster: "west", address: "203.0.113.7", port: 15443 },
  ]);
  deepStrictEqual(parseNetworkz("null"), []);
});

Deno.test("parseEndpointShards() reads the endpoints of every cluster, in both spellings of addresses", () => {
  const host = "web.shop.svc.cluster.local";
  const endpoints = parseEndpointShards(JSON.stringify({
    [host]: {
      shop: {
        Shards: {
          "Kubernetes/home": [{
            Addresses: ["10.0.0.1"],
            ServicePortName: "http",
            TLSMode: "istio",
          }],
          "Kubernetes/west": [{ Address: "10.8.0.1", Network: "net-2" }],
          "Kubernetes/east": null,
        },
      },
    },
  }));
  deepStrictEqual(endpoints.get(host), [
    { cluster: "home", network: "", addresses: ["10.0.0.1"], portName: "http", tlsMode: "istio" },
    { cluster: "west", network: "net-2", addresses: ["10.8.0.1"], portName: "", tlsMode: "" },
  ]);
});

Deno.test("parseClusterz() and forgottenClusters() tell which clusters istiod reads, and has read", () => {
  deepStrictEqual(parseClusterz('[{"id":"home","syncStatus":"synced"}]'), [
    { id: "home", secret: "", status: "synced" },
  ]);
  const state = (cluster: string, status: string, value: number) =>
    `istiod_remote_cluster_sync_status{cluster="${cluster}",status="${status}"} ${value}\n`;
  const metrics = state("west", "synced", 0) + state("west", "timeout", 0) +
    state("east", "synced", 1) + state("east", "timeout", 0);
  deepStrictEqual(forgottenClusters(new Exposition(metrics)), ["west"]);
});
